package app.tahap.deal;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How long deals stayed in stages: rows that follow from the log, kept for fast figures. */
@Repository
public class StageStays {

    private static final String FROM_LOG = """
            insert into stage_stay (deal_id, pipeline_id, stage_id, stage_position, stage_known,
                                    entered_at, entered_by, entry, left_at, left_by, exit)
            select deal_id, pipeline_id, stage_id, stage_position, stage_known,
                   occurred_at, id, kind, next_at, next_id, next_kind
              from (select e.*,
                           lead(e.occurred_at) over by_deal as next_at,
                           lead(e.id) over by_deal as next_id,
                           lead(e.kind) over by_deal as next_kind
                      from effective_deal_event e
                     where %s and (e.kind in ('CREATED', 'IMPORTED', 'REOPENED', 'MOVED', 'WON', 'LOST', 'DISQUALIFIED')
                        or (e.kind = 'REMAPPED' and e.outcome = 'OPEN'))
                    window by_deal as (partition by e.deal_id order by e.id)) step
             where kind in ('CREATED', 'IMPORTED', 'REOPENED', 'MOVED', 'REMAPPED')
            """;

    private final JdbcClient jdbc;

    StageStays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void follow(DealEvent event) {
        switch (event.getKind()) {
            case CREATED, IMPORTED, REOPENED -> begin(event);
            case MOVED -> {
                end(event);
                begin(event);
            }
            case WON, LOST, DISQUALIFIED -> end(event);
            case REMAPPED -> remap(event);
            case UNDONE -> takeBack(event);
            case AMENDED, PARKED, WOKEN, DELETED, RESTORED -> {
                // the deal stays where it is; a deleted deal's stays leave the figures with the deal
            }
        }
    }

    /** A closed deal that is remapped has no running stay to change. */
    private void remap(DealEvent event) {
        if (!event.getOutcome().isClosed()) {
            end(event);
            begin(event);
        }
    }

    private void begin(DealEvent event) {
        jdbc.sql("""
                        insert into stage_stay
                            (deal_id, pipeline_id, stage_id, stage_position, stage_known, entered_at, entered_by, entry)
                        values (:deal, :pipeline, :stage, :position, :known, :at, :event, :kind)
                        """)
                .param("deal", event.getDealId())
                .param("pipeline", event.getPipelineId())
                .param("stage", event.getStageId())
                .param("position", event.getStagePosition())
                .param("known", event.isStageKnown())
                .param("at", Timestamp.from(event.getOccurredAt()))
                .param("event", event.id())
                .param("kind", event.getKind().name())
                .update();
    }

    private void end(DealEvent event) {
        jdbc.sql("""
                        update stage_stay set left_at = :at, left_by = :event, exit = :kind
                         where deal_id = :deal and left_at is null
                        """)
                .param("deal", event.getDealId())
                .param("at", Timestamp.from(event.getOccurredAt()))
                .param("event", event.id())
                .param("kind", event.getKind().name())
                .update();
    }

    private void takeBack(DealEvent event) {
        jdbc.sql("delete from stage_stay where entered_by = :undone")
                .param("undone", event.getUndoesId())
                .update();
        jdbc.sql("update stage_stay set left_at = null, left_by = null, exit = null where left_by = :undone")
                .param("undone", event.getUndoesId())
                .update();
    }

    /**
     * Recreates every stay from the log. A stay begins with an event that enters a stage and ends with the deal's next
     * event that leaves it; events that were undone do not count.
     *
     * @return how many stays there are now
     */
    @Transactional
    public int rebuild() {
        jdbc.sql("delete from stage_stay").update();
        return jdbc.sql(FROM_LOG.formatted("true")).update();
    }

    /** Makes the stays of deals that have none yet from their log. */
    void derive(List<Long> dealIds) {
        jdbc.sql(FROM_LOG.formatted("e.deal_id = any(:deals)"))
                .param("deals", dealIds.toArray(Long[]::new))
                .update();
    }
}
