package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All objections as a file. */
@Controller
class ObjectionExportController {

    private final ObjectionExport export;
    private final MessageSource messages;
    private final Clock clock;

    ObjectionExportController(ObjectionExport export, MessageSource messages, Clock clock) {
        this.export = export;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/objections.csv")
    void export(HttpServletResponse response, Viewer viewer) throws IOException {
        String file = "objections-%s.csv".formatted(viewer.today(clock));
        Csv csv = Csv.download(response, file, headings(viewer.locale()));
        export.forEach(viewer, line -> csv.row(cells(line, viewer)));
    }

    private String[] headings(Locale locale) {
        Stream<String> columns = Stream.of(
                "deal", "type", "stage", "words", "answer", "outcome", "author", "raised", "decided", "deal-outcome");
        return Stream.concat(
                        Stream.of("ID", messages.getMessage("deal.record.id", null, locale)),
                        columns.map(column -> messages.getMessage("negotiation.export." + column, null, locale)))
                .toArray(String[]::new);
    }

    private @Nullable Object[] cells(ObjectionExport.Line line, Viewer viewer) {
        return new @Nullable Object[] {
            line.id(),
            line.dealId(),
            line.deal(),
            line.type(),
            line.stage(),
            line.words(),
            line.answer(),
            messages.getMessage("negotiation.outcome." + line.outcome(), null, viewer.locale()),
            line.author(),
            Csv.minute(line.raisedAt(), viewer.zone()),
            Csv.minute(line.decidedAt(), viewer.zone()),
            messages.getMessage("deal.outcome." + line.dealOutcome(), null, viewer.locale())
        };
    }
}
