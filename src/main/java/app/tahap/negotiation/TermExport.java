package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All terms that a viewer may see, as a file: those of the latest deals first. */
@Controller
class TermExport {

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    TermExport(JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    private record Line(
            long id,
            long dealId,
            String deal,
            String title,
            @Nullable String wanted,
            @Nullable String offered,
            TermStatus status,
            @Nullable LocalDate deadline,
            String author,
            Instant createdAt,
            @Nullable Instant decidedAt,
            String dealOutcome) {}

    @GetMapping("/terms.csv")
    void export(HttpServletResponse response, Viewer viewer) throws IOException {
        Csv csv = Csv.download(response, "terms-%s.csv".formatted(viewer.today(clock)), headings(viewer.locale()));
        DealSql visible = DealSql.visibleTo(viewer);
        try (Stream<Line> lines =
                jdbc.sql("""
                        select t.id, d.id as deal_id, d.title as deal, t.title, t.wanted, t.offered, t.status, t.deadline, u.name as author,
                               t.created_at, t.decided_at, d.outcome as deal_outcome
                          from negotiation_term t
                          join users u on u.id = t.author_id
                          join deal d on d.id = t.deal_id
                         where t.deleted_at is null and d.deleted_at is null and %s
                         order by t.deal_id desc, t.id
                        """.formatted(visible.where())).params(visible.parameters()).query(Line.class).stream()) {
            lines.forEach(line -> csv.row(cells(line, viewer)));
        }
    }

    private String[] headings(Locale locale) {
        Stream<String> columns = Stream.of(
                "deal",
                "title",
                "wanted",
                "offered",
                "status",
                "deadline",
                "author",
                "created",
                "decided",
                "deal-outcome");
        return Stream.concat(
                        Stream.of("ID", messages.getMessage("deal.record.id", null, locale)),
                        columns.map(column -> messages.getMessage("negotiation.export." + column, null, locale)))
                .toArray(String[]::new);
    }

    private @Nullable Object[] cells(Line line, Viewer viewer) {
        return new @Nullable Object[] {
            line.id(),
            line.dealId(),
            line.deal(),
            line.title(),
            line.wanted(),
            line.offered(),
            messages.getMessage("negotiation.term.status." + line.status(), null, viewer.locale()),
            line.deadline(),
            line.author(),
            Csv.minute(line.createdAt(), viewer.zone()),
            Csv.minute(line.decidedAt(), viewer.zone()),
            messages.getMessage("deal.outcome." + line.dealOutcome(), null, viewer.locale())
        };
    }
}
