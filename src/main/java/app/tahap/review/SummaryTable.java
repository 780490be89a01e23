package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.web.Csv;
import app.tahap.web.Show;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The deals of a review with what was said about each, as a table for spreadsheets. */
@Component
class SummaryTable {

    private static final List<String> COLUMNS = List.of(
            "number",
            "deal",
            "organization",
            "owner",
            "stage",
            "amount",
            "currency",
            "marks",
            "seen",
            "decision",
            "words",
            "note",
            "by",
            "follow-up");

    private final MessageSource messages;

    SummaryTable(MessageSource messages) {
        this.messages = messages;
    }

    void write(SummaryView summary, Viewer viewer, Writer writer) {
        String[] headings = Stream.concat(
                        Stream.of("ID"), COLUMNS.stream().map(column -> say("review.csv." + column, viewer)))
                .toArray(String[]::new);
        Csv csv = new Csv(writer, headings);
        summary.rows().forEach(row -> csv.row(cells(row, summary, viewer)));
    }

    private @Nullable Object[] cells(ReviewDealRow row, SummaryView summary, Viewer viewer) {
        return new @Nullable Object[] {
            row.dealId(),
            row.number(),
            row.title(),
            row.organization(),
            row.owner(),
            row.stage(),
            row.amount() == null ? null : row.amount().stripTrailingZeros(),
            row.currency(),
            row.marks().stream().map(mark -> say("review.mark." + mark, viewer)).collect(Collectors.joining(", ")),
            Show.isoDate(row.seenAt(), viewer.zone()),
            row.decision() == null ? null : say("review.decision." + row.decision(), viewer),
            row.words(),
            row.note(),
            row.changedBy(),
            summary.followUpsOf(row.dealId()).stream()
                    .map(planned -> "%s (%s, %s)".formatted(planned.subject(), planned.assignee(), planned.due()))
                    .collect(Collectors.joining("; "))
        };
    }

    private String say(String key, Viewer viewer) {
        return messages.getMessage(key, null, viewer.locale());
    }
}
