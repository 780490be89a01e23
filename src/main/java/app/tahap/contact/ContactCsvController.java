package app.tahap.contact;

import app.tahap.account.Viewer;
import app.tahap.field.Field;
import app.tahap.field.FieldWords;
import app.tahap.field.Fields;
import app.tahap.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The lists of organisations and people as files: the same filter, all pages, one row at a time. */
@Controller
class ContactCsvController {

    private final ContactList list;
    private final Fields fields;
    private final FieldWords fieldWords;
    private final MessageSource messages;
    private final Clock clock;

    ContactCsvController(ContactList list, Fields fields, FieldWords fieldWords, MessageSource messages, Clock clock) {
        this.list = list;
        this.fields = fields;
        this.fieldWords = fieldWords;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/organizations.csv")
    void organizations(ContactCriteria criteria, HttpServletResponse response, Viewer viewer) throws IOException {
        write(ContactKind.ORGANIZATION, criteria, response, viewer);
    }

    @GetMapping("/people.csv")
    void people(ContactCriteria criteria, HttpServletResponse response, Viewer viewer) throws IOException {
        write(ContactKind.PERSON, criteria, response, viewer);
    }

    private void write(ContactKind kind, ContactCriteria criteria, HttpServletResponse response, Viewer viewer)
            throws IOException {
        String file = "%s-%s.csv".formatted(kind.path(), viewer.today(clock));
        List<Field> custom = fields.inUse(kind.records());
        FieldWords.Cells cells = fieldWords.cells(custom, viewer.locale());
        Stream<String> columns = kind.columns().keySet().stream()
                .map(column -> messages.getMessage("contact.merge.field." + column, null, viewer.locale()));
        String[] headings = Stream.of(Stream.of("ID"), columns, custom.stream().map(Field::name))
                .flatMap(part -> part)
                .toArray(String[]::new);
        Csv csv = Csv.download(response, file, headings);
        list.forEach(
                kind,
                criteria,
                viewer,
                line -> csv.row(Stream.of(
                                Stream.<Object>of(line.id()),
                                line.cells().stream(),
                                custom.stream()
                                        .map(field ->
                                                cells.write(field, line.fields().get(field.id()))))
                        .flatMap(part -> part)
                        .toArray()));
    }
}
