package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageVacated;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the deals of a stage along when it is removed or merged: each gets a REMAPPED event, since nobody moved it. It
 * rots on, keeps its outcome and the rate of its closing, and open ones come to stand below those of their new column.
 * Set by set, since a stage may hold ten thousand deals. Who locks many deals does so in the order of their ids, here as
 * elsewhere, so that two never wait for each other.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DealRemapping {

    private final DealColumn column;
    private final StageStays stays;
    private final JdbcClient jdbc;
    private final Clock clock;

    DealRemapping(DealColumn column, StageStays stays, JdbcClient jdbc, Clock clock) {
        this.column = column;
        this.stays = stays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void follow(StageVacated vacated) {
        remap(vacated.stage(), vacated.successor(), vacated.withClosed(), vacated.by());
    }

    void remap(Stage from, Stage to, boolean withClosed, Viewer by) {
        List<Standing> deals = jdbc.sql("""
                        with locked as (
                            select id, rank, outcome = 'OPEN' as open from deal
                             where stage_id = :stage and (outcome = 'OPEN' or :closed) order by id
                               for no key update)
                        select * from locked order by rank, id
                        """)
                .param("stage", from.id())
                .param("closed", withClosed)
                .query(Standing.class)
                .list();
        if (!deals.isEmpty()) {
            Long[] ids = deals.stream().map(Standing::id).toArray(Long[]::new);
            place(ids, ranksBelow(to, deals), to);
            stays.followRemapping(log(ids, by));
        }
    }

    /** Only open deals stand in the column; the others keep their rank, which counts again when they are reopened. */
    private String[] ranksBelow(Stage to, List<Standing> deals) {
        List<String> ranks = new ArrayList<>();
        String below = null;
        for (Standing deal : deals) {
            if (deal.open()) {
                below = column.after(below == null ? column.last(to).orElse(null) : below);
                ranks.add(below);
            } else {
                ranks.add(deal.rank());
            }
        }
        return ranks.toArray(String[]::new);
    }

    private void place(Long[] ids, String[] ranks, Stage to) {
        jdbc.sql("""
                        update deal d
                           set stage_id = :stage, pipeline_id = :pipeline, rank = new.rank,
                               last_event_at = greatest(d.last_event_at, :now), version = d.version + 1
                          from unnest(:ids::bigint[], :ranks::text[]) as new (id, rank)
                         where d.id = new.id
                        """)
                .param("stage", to.id())
                .param("pipeline", to.getPipeline().id())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids)
                .param("ranks", ranks)
                .update();
    }

    private Long[] log(Long[] ids, Viewer by) {
        return jdbc.sql("""
                        insert into deal_event (deal_id, kind, actor_id, occurred_at, recorded_at, stage_known, pipeline_id,
                                                stage_id, stage_position, stage_entered_at, outcome, closed_at,
                                                closing_owner_id, reason_id, reason_note, parked_until, amount, currency,
                                                rate, probability, expected_close, owner_id, deleted)
                        select d.id, 'REMAPPED', :actor, d.last_event_at, :now, latest.stage_known, d.pipeline_id,
                               d.stage_id, s.position, d.stage_entered_at, d.outcome, d.closed_at,
                               d.closing_owner_id, d.reason_id, d.reason_note, d.parked_until, d.amount, d.currency,
                               case d.outcome when 'OPEN' then r.rate else d.rate end,
                               case d.outcome when 'OPEN' then s.probability when 'WON' then 1 else 0 end,
                               d.expected_close, d.owner_id, d.deleted_at is not null
                          from deal d
                          join stage s on s.id = d.stage_id
                          left join rates_on(:today) r on r.currency = d.currency
                          join lateral (select case d.outcome when 'OPEN' then y.stage_known else e.stage_known end as stage_known
                                          from stage_stay y left join deal_event e on e.id = y.left_by
                                         where y.deal_id = d.id order by y.entered_by desc limit 1) latest on true
                         where d.id = any(:ids)
                         order by d.id
                        returning id
                        """)
                .param("actor", by.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("today", by.today(clock))
                .param("ids", ids)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    private record Standing(long id, String rank, boolean open) {}
}
