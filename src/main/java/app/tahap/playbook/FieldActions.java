package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.field.Field;
import app.tahap.field.FieldForm;
import app.tahap.field.FieldForms;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import app.tahap.playbook.PlaybookParts.FieldSetting;
import app.tahap.web.NotFoundException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;

/** The part of an action's form that fills in one of the administrator's fields: typed by the rules of that field. */
@Component
class FieldActions {

    private static final Reading NOTHING = new Reading(null, null, null);

    private final FieldForms forms;
    private final PlaybookChoices choices;

    FieldActions(FieldForms forms, PlaybookChoices choices) {
        this.forms = forms;
        this.choices = choices;
    }

    /**
     * What was typed.
     *
     * @param field null where none is chosen yet, or another kind of action is asked for
     * @param setting null where nothing that can be kept was typed
     */
    record Reading(
            @Nullable Field field,
            @Nullable FieldForm form,
            @Nullable FieldSetting setting) {}

    Reading blank(ActionKind kind, @Nullable Long fieldId, Viewer viewer) {
        return kind != ActionKind.FIELD || fieldId == null ? NOTHING : filled(load(fieldId), FieldValues.NONE, viewer);
    }

    Reading stored(PlaybookAction action, Viewer viewer) {
        if (action.kind() != ActionKind.FIELD || action.fieldId() == null || action.fieldValue() == null) {
            return NOTHING;
        }
        Field field = load(action.fieldId());
        return filled(field, FieldValues.NONE.with(field.id(), FieldValue.ofJson(action.fieldValue())), viewer);
    }

    private Reading filled(Field field, FieldValues values, Viewer viewer) {
        return new Reading(field, forms.of(List.of(field), values, viewer), null);
    }

    Reading read(
            ActionKind kind,
            @Nullable Long fieldId,
            MultiValueMap<String, String> typed,
            Viewer viewer,
            Errors errors) {
        if (kind != ActionKind.FIELD) {
            return NOTHING;
        }
        if (fieldId == null) {
            errors.rejectValue("text", "playbook.choice.required");
            return NOTHING;
        }
        Field field = load(fieldId);
        FieldForm form = forms.read(List.of(field), typed, FieldValues.NONE, viewer);
        FieldValue value = form.values().get(field.id());
        boolean wrong = form.inputs().stream().anyMatch(input -> input.error() != null);
        if (value == null || wrong) {
            errors.rejectValue("text", "playbook.action.field.required");
            return new Reading(field, form, null);
        }
        return new Reading(field, form, new FieldSetting(field.id(), value.toJson()));
    }

    private Field load(long id) {
        return choices.fields().stream()
                .filter(field -> Objects.equals(field.id(), id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("field", id));
    }
}
