package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads all objections that a viewer may see, one at a time. */
@Repository
class ObjectionExport {

    private final JdbcClient jdbc;

    ObjectionExport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param dealOutcome what became of the deal */
    record Line(
            long id,
            long dealId,
            String deal,
            String type,
            String stage,
            String words,
            @Nullable String answer,
            ObjectionOutcome outcome,
            String author,
            Instant raisedAt,
            @Nullable Instant decidedAt,
            String dealOutcome) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    public void forEach(Viewer viewer, Consumer<Line> consumer) {
        DealSql visible = DealSql.visibleTo(viewer);
        try (var lines =
                jdbc.sql("""
                        select o.id, d.id as deal_id, d.title as deal, t.label as type, s.name as stage, o.words, o.answer, o.outcome,
                               u.name as author, o.raised_at, o.decided_at, d.outcome as deal_outcome
                          from objection o
                          join objection_type t on t.id = o.type_id
                          join stage s on s.id = o.stage_id
                          join users u on u.id = o.author_id
                          join deal d on d.id = o.deal_id
                         where o.deleted_at is null and d.deleted_at is null and %s
                         order by o.raised_at desc, o.id desc
                        """.formatted(visible.where())).params(visible.parameters()).query(Line.class).stream()) {
            lines.forEach(consumer);
        }
    }
}
