package app.tahap.deal;

import app.tahap.contact.ContactKind;
import app.tahap.contact.ContactMerged;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the deals of a contact that was merged into another along to it, deleted and closed ones too. */
@Repository
class MergedContacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    MergedContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Does to all deals in one statement what {@link Deal#amend} does to one, events included. A test holds the two alike. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(ContactMerged merged) {
        boolean organization = merged.kind() == ContactKind.ORGANIZATION;
        jdbc.sql("""
                        with moved as (
                            update deal d
                               set %1$s = :kept, version = d.version + 1,
                                   last_event_at = greatest(d.last_event_at, :now),
                                   last_activity_at = greatest(d.last_event_at, :now)
                             where d.id in (select id from deal where %1$s = :merged order by id for no key update)
                            returning d.*)
                        insert into deal_event
                            (deal_id, kind, actor_id, occurred_at, recorded_at, pipeline_id, stage_id, stage_position,
                             stage_entered_at, outcome, closed_at, closing_owner_id, reason_id, reason_note, parked_until,
                             amount, currency, rate, probability, expected_close, owner_id, deleted, changes)
                        select d.id, 'AMENDED', :actor, d.last_event_at, :now, d.pipeline_id, d.stage_id, s.position,
                               d.stage_entered_at, d.outcome, d.closed_at, d.closing_owner_id, d.reason_id, d.reason_note,
                               d.parked_until, d.amount, d.currency, case d.outcome when 'OPEN' then r.rate else d.rate end,
                               case d.outcome when 'OPEN' then s.probability when 'WON' then 1 else 0 end,
                               d.expected_close, d.owner_id, d.deleted_at is not null,
                               jsonb_build_array(jsonb_build_object(
                                   'field', :field::text, 'before', :merged::text, 'after', :kept::text))
                          from moved d
                          join stage s on s.id = d.stage_id
                          left join rates_on(:today) r on r.currency = d.currency
                         order by d.id
                        """.formatted(organization ? "organization_id" : "person_id"))
                .param("field", organization ? "organization" : "person")
                .param("kept", merged.keptId())
                .param("merged", merged.mergedId())
                .param("actor", merged.by().id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", merged.by().today(clock))
                .update();
    }
}
