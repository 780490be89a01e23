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
                                    entered_at, entered_by, entry, left_at, left_by, exit, next_stage_id, next_position,
                                    detour)
            select deal_id, pipeline_id, stage_id, stage_position, stage_known,
                   entered_at, entered_by, entry, left_at, left_by, exit, next_stage_id, next_position, detour
              from derived_stage_stay d
            """;

    /** Which stays do not tell alone what became of the deal; the view says the same of the log. */
    private static final String FLAG_DETOURS = """
            update stage_stay s
               set detour = told.detour
              from (select id, coalesce(count(*) over (partition by deal_id, stage_id) > 1
                                        or exit = 'REMAPPED'
                                        or exit = 'MOVED' and coalesce(next_position <= stage_position, true)
                                        or exit in ('WON', 'LOST', 'DISQUALIFIED')
                                           and lead(id) over (partition by deal_id order by entered_by) is not null,
                                        false) as detour
                      from stage_stay
                     where deal_id in (%s)) told
             where told.id = s.id and told.detour <> s.detour
            """;

    private final JdbcClient jdbc;

    StageStays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void follow(DealEvent event) {
        switch (event.getKind()) {
            case CREATED, IMPORTED -> begin(event);
            case REOPENED -> {
                begin(event);
                flagDetours(event);
            }
            case MOVED -> {
                boolean forward = end(event);
                boolean again = begin(event);
                if (again || !forward) {
                    flagDetours(event);
                }
            }
            case WON, LOST, DISQUALIFIED -> end(event);
            case UNDONE -> {
                takeBack(event);
                flagDetours(event);
            }
            case REMAPPED -> followRemapping(new Long[] {event.id()});
            case AMENDED, PARKED, WOKEN, DELETED, RESTORED -> {
                // the deal stays where it is; a deleted deal's stays leave the figures with the deal
            }
        }
    }

    /** A closed deal that is remapped has no running stay to change. */
    void followRemapping(Long[] eventIds) {
        jdbc.sql("""
                        update stage_stay s
                           set left_at = e.occurred_at, left_by = e.id, exit = e.kind, next_stage_id = e.stage_id,
                               next_position = case when e.pipeline_id = s.pipeline_id then e.stage_position end
                          from deal_event e where e.id = any(:events) and s.deal_id = e.deal_id and s.left_at is null
                        """).param("events", eventIds).update();
        jdbc.sql("""
                        insert into stage_stay
                            (deal_id, pipeline_id, stage_id, stage_position, stage_known, entered_at, entered_by, entry)
                        select deal_id, pipeline_id, stage_id, stage_position, stage_known, occurred_at, id, kind
                          from deal_event where id = any(:events) and outcome = 'OPEN'
                        """).param("events", eventIds).update();
        jdbc.sql(FLAG_DETOURS.formatted("select deal_id from deal_event where id = any(:events) and outcome = 'OPEN'"))
                .param("events", eventIds)
                .update();
    }

    private void flagDetours(DealEvent event) {
        jdbc.sql(FLAG_DETOURS.formatted(":deal"))
                .param("deal", event.getDealId())
                .update();
    }

    /** Answers whether the deal has been in the stage before. */
    private boolean begin(DealEvent event) {
        return jdbc.sql("""
                        insert into stage_stay
                            (deal_id, pipeline_id, stage_id, stage_position, stage_known, entered_at, entered_by, entry)
                        values (:deal, :pipeline, :stage, :position, :known, :at, :event, :kind)
                        returning exists (select from stage_stay where deal_id = :deal and stage_id = :stage)
                        """)
                .param("deal", event.getDealId())
                .param("pipeline", event.getPipelineId())
                .param("stage", event.getStageId())
                .param("position", event.getStagePosition())
                .param("known", event.isStageKnown())
                .param("at", Timestamp.from(event.getOccurredAt()))
                .param("event", event.id())
                .param("kind", event.getKind().name())
                .query(Boolean.class)
                .single();
    }

    /** Answers whether the deal went on to a later stage of the pipeline. */
    private boolean end(DealEvent event) {
        return jdbc.sql("""
                        update stage_stay
                           set left_at = :at, left_by = :event, exit = :kind,
                               next_stage_id = case when :moved then :stage end,
                               next_position = case when :moved and pipeline_id = :pipeline then :position end
                         where deal_id = :deal and left_at is null
                        returning coalesce(next_position > stage_position, false)
                        """)
                .param("moved", !event.getOutcome().isClosed())
                .param("stage", event.getStageId())
                .param("pipeline", event.getPipelineId())
                .param("position", event.getStagePosition())
                .param("deal", event.getDealId())
                .param("at", Timestamp.from(event.getOccurredAt()))
                .param("event", event.id())
                .param("kind", event.getKind().name())
                .query(Boolean.class)
                .single();
    }

    private void takeBack(DealEvent event) {
        jdbc.sql("delete from stage_stay where entered_by = :undone")
                .param("undone", event.getUndoesId())
                .update();
        jdbc.sql("""
                        update stage_stay
                           set left_at = null, left_by = null, exit = null, next_stage_id = null, next_position = null
                         where left_by = :undone
                        """).param("undone", event.getUndoesId()).update();
    }

    /**
     * Makes the stays what the log says, and writes only where they differ. Others can read meanwhile, and see the stays
     * as they were until the end; whoever changes a deal waits, since the lock keeps stays from being written between the
     * reading of the log and the end.
     */
    @Transactional
    public RebuiltStays rebuild() {
        jdbc.sql("lock table stage_stay in share row exclusive mode").update();
        // after an import the planner may take the tables for empty, and would compare every stay with every event; for
        // stays that all are missing it would be right, and read what is written meanwhile again for each of them
        jdbc.sql("analyze deal_event, stage_stay").update();
        jdbc.sql("set local enable_nestloop = off").update();
        int removed = jdbc.sql("""
                        delete from stage_stay s
                         where not exists (select from derived_stage_stay d
                                            where d.entered_by = s.entered_by
                                              and (d.deal_id, d.pipeline_id, d.stage_id, d.stage_position, d.stage_known,
                                                   d.entered_at, d.entry, d.left_at, d.left_by, d.exit,
                                                   d.next_stage_id, d.next_position, d.detour)
                                                  is not distinct from
                                                  (s.deal_id, s.pipeline_id, s.stage_id, s.stage_position, s.stage_known,
                                                   s.entered_at, s.entry, s.left_at, s.left_by, s.exit,
                                                   s.next_stage_id, s.next_position, s.detour))
                        """).update();
        int added = jdbc.sql(
                        FROM_LOG + " where not exists (select from stage_stay s where s.entered_by = d.entered_by)")
                .update();
        int all =
                jdbc.sql("select count(*) from stage_stay").query(Integer.class).single();
        return new RebuiltStays(all, removed, added);
    }

    /** Makes the stays of deals that have none yet from their log. */
    void derive(List<Long> dealIds) {
        jdbc.sql(FROM_LOG + " where d.deal_id = any(:deals)")
                .param("deals", dealIds.toArray(Long[]::new))
                .update();
    }

    /**
     * What a rebuilding found.
     *
     * @param all how many stays there are now
     * @param removed stays that the log does not tell of, or tells of otherwise
     * @param added stays that the log tells of, missing before or removed for being wrong
     */
    public record RebuiltStays(int all, int removed, int added) {}
}
