package app.tahap.deal;

import app.tahap.account.OpenWork;
import app.tahap.account.UserDeactivated;
import app.tahap.account.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands the open deals of somebody who leaves over to somebody else. */
@Repository
class DealHandover implements OpenWork {

    private static final String OPEN = "owner_id = :owner and outcome = 'OPEN' and deleted_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    DealHandover(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long countOf(long userId) {
        return jdbc.sql("select count(*) from deal where " + OPEN)
                .param("owner", userId)
                .query(Long.class)
                .single();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(UserDeactivated left) {
        if (left.successorId() != null) {
            handOver(left.userId(), left.successorId(), left.administrator());
        }
    }

    /**
     * Does to all deals in one statement what {@link Deal#amend} does to one, events included: there may be thousands. A
     * test holds the two alike.
     */
    private void handOver(long from, long to, Viewer actor) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        with handed_over as (
                            update deal
                               set owner_id = :to, version = version + 1,
                                   last_event_at = greatest(last_event_at, :now),
                                   last_activity_at = greatest(last_event_at, :now)
                             where id in (select id from deal where %s order by id for no key update)
                            returning *)
                        insert into deal_event
                            (deal_id, kind, actor_id, occurred_at, recorded_at, pipeline_id, stage_id, stage_position,
                             stage_entered_at, outcome, parked_until, amount, currency, rate, probability,
                             expected_close, owner_id, changes)
                        select d.id, 'AMENDED', :actor, d.last_event_at, :now, d.pipeline_id, d.stage_id, s.position,
                               d.stage_entered_at, d.outcome, d.parked_until, d.amount, d.currency, r.rate, s.probability,
                               d.expected_close, d.owner_id,
                               jsonb_build_array(jsonb_build_object(
                                   'field', 'owner', 'before', cast(:owner as text), 'after', cast(:to as text)))
                          from handed_over d
                          join stage s on s.id = d.stage_id
                          left join rates_on(:today) r on r.currency = d.currency
                        """.formatted(OPEN))
                .param("owner", from)
                .param("to", to)
                .param("actor", actor.id())
                .param("now", now)
                .param("today", actor.today(clock))
                .update();
    }
}
