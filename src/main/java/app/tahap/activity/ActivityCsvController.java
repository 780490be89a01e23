package app.tahap.activity;

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

/** The list of activities as a file: the same filter, all pages, one row at a time. */
@Controller
class ActivityCsvController {

    private final ActivityList list;
    private final MessageSource messages;
    private final Clock clock;

    ActivityCsvController(ActivityList list, MessageSource messages, Clock clock) {
        this.list = list;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/activities.csv")
    void export(ActivityCriteria criteria, HttpServletResponse response, Viewer viewer) throws IOException {
        String file = "activities-%s.csv".formatted(viewer.today(clock));
        Csv csv = Csv.download(response, file, headings(viewer.locale()));
        list.forEach(criteria, viewer, row -> csv.row(cells(row, viewer)));
    }

    private String[] headings(Locale locale) {
        Stream<String> columns = Stream.of(
                "kind",
                "subject",
                "deal",
                "organization",
                "person",
                "assignee",
                "due",
                "time",
                "minutes",
                "done",
                "done.by",
                "outcome");
        return Stream.concat(
                        Stream.of("ID", messages.getMessage("deal.record.id", null, locale)),
                        columns.map(column -> messages.getMessage("activity.list." + column, null, locale)))
                .toArray(String[]::new);
    }

    private static @Nullable Object[] cells(ActivityRow row, Viewer viewer) {
        return new @Nullable Object[] {
            row.id(),
            row.dealId(),
            row.kind(),
            row.subject(),
            row.deal(),
            row.organization(),
            row.person(),
            row.assignee(),
            row.dueOn(),
            row.dueTime(),
            row.minutes(),
            Csv.minute(row.doneAt(), viewer.zone()),
            row.doneBy(),
            row.outcome()
        };
    }
}
