package app.tahap.contact;

import app.tahap.account.Viewer;
import app.tahap.field.Field;
import app.tahap.field.FieldForm;
import app.tahap.field.FieldForms;
import app.tahap.field.FieldValues;
import app.tahap.field.FieldWords;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.web.Difference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The administrator's fields in the forms of organisations and people. */
@Component
class ContactFields {

    /** More would leave no room for names and addresses. */
    private static final int COLUMNS = 3;

    private static final String ATTRIBUTE = "customFields";

    private final Fields fields;
    private final FieldForms forms;
    private final FieldWords words;

    ContactFields(Fields fields, FieldForms forms, FieldWords words) {
        this.fields = fields;
        this.forms = forms;
        this.words = words;
    }

    /** Lets a form ask for the fields, filled with what a record has; null for a new one. */
    void ask(RecordKind kind, @Nullable Long id, Viewer viewer, Model model) {
        model.addAttribute(ATTRIBUTE, forms.of(kind, values(kind, id), viewer));
    }

    /** What was typed, which the form shows again. */
    FieldForm read(
            RecordKind kind, @Nullable Long id, MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        FieldForm typed = forms.read(kind, parameters, values(kind, id), viewer);
        model.addAttribute(ATTRIBUTE, typed);
        return typed;
    }

    List<Difference> addDifferences(List<Difference> others, RecordKind kind, long id, FieldForm typed, Viewer viewer) {
        Difference.Collector differences = new Difference.Collector();
        others.forEach(other -> differences.add(other.label(), other.now(), other.typed()));
        return words.addDifferences(differences, values(kind, id), typed, viewer.locale())
                .found();
    }

    /** Lets a list show what its rows have in the first fields; two queries at the most. */
    void addColumns(RecordKind kind, List<Field> definitions, List<ContactRow> rows, Viewer viewer, Model model) {
        List<Field> columns = definitions.stream()
                .filter(field -> !field.archived())
                .limit(COLUMNS)
                .toList();
        Map<Long, FieldValues> values = columns.isEmpty()
                ? Map.of()
                : fields.values(kind, rows.stream().map(ContactRow::id).toList());
        FieldWords.Speaker speaker = words.speaker(columns, values.values(), viewer.locale());
        Map<Long, List<String>> cells = new HashMap<>();
        values.forEach((id, all) -> cells.put(
                id,
                columns.stream()
                        .map(field -> speaker.say(field, all.get(field.id())))
                        .toList()));
        model.addAttribute("fieldColumns", columns);
        model.addAttribute("fieldCells", cells);
    }

    private FieldValues values(RecordKind kind, @Nullable Long id) {
        return id == null ? FieldValues.NONE : fields.values(kind, id);
    }
}
