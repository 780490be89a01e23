package app.tahap.deal;

import app.tahap.money.ExchangeRateAdded;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Values deals that were closed when no rate of their currency was known, as soon as one is added that was in force on
 * their closing day. A deal that has its rate keeps it.
 */
@Repository
class DealValuation {

    private final JdbcClient jdbc;
    private final Clock clock;

    DealValuation(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In one statement, events included, as there may be thousands; it is no work on the deal, so not its last activity. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void value(ExchangeRateAdded added) {
        jdbc.sql("""
                        with unvalued as (
                            select id, (closed_at at time zone :zone)::date as closed_on from deal
                             where outcome <> 'OPEN' and rate is null and currency = :currency
                             order by id for no key update),
                        valued as (
                            update deal d
                               set rate = known.rate, version = d.version + 1,
                                   last_event_at = greatest(d.last_event_at, :now)
                              from unvalued u
                              cross join lateral (
                                   select x.rate from exchange_rate x
                                    where x.currency = :currency and x.valid_from <= u.closed_on
                                    order by x.valid_from desc limit 1) known
                             where d.id = u.id
                            returning d.*)
                        insert into deal_event
                            (deal_id, kind, actor_id, occurred_at, recorded_at, pipeline_id, stage_id, stage_position,
                             stage_entered_at, outcome, closed_at, closing_owner_id, reason_id, reason_note, amount,
                             currency, rate, probability, expected_close, owner_id, deleted, changes)
                        select d.id, 'AMENDED', :actor, d.last_event_at, :now, d.pipeline_id, d.stage_id, s.position,
                               d.stage_entered_at, d.outcome, d.closed_at, d.closing_owner_id, d.reason_id, d.reason_note,
                               d.amount, d.currency, d.rate, case d.outcome when 'WON' then 1 else 0 end,
                               d.expected_close, d.owner_id, d.deleted_at is not null,
                               jsonb_build_array(jsonb_build_object(
                                   'field', 'rate', 'before', null, 'after', trim_scale(d.rate)::text))
                          from valued d join stage s on s.id = d.stage_id
                         order by d.id
                        """)
                .param("zone", added.administrator().zone().getId())
                .param("currency", added.currency())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", added.administrator().id())
                .update();
    }
}
