package app.tahap.sample;

import app.tahap.deal.Change;
import app.tahap.deal.Deal;
import app.tahap.deal.DealColumn;
import app.tahap.deal.DealEvent;
import app.tahap.deal.DealLog;
import app.tahap.deal.DealRepository;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the sample company require something, tick its checklists, and now and then make an exception. */
@Component
class SampleCriteria {

    private static final int EXCEPTIONS = 6;

    private final DealRepository deals;
    private final DealLog log;
    private final DealColumn column;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    SampleCriteria(DealRepository deals, DealLog log, DealColumn column, MessageSource messages, JdbcClient jdbc) {
        this.deals = deals;
        this.log = log;
        this.column = column;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** Once the deals have lived. */
    void create(SampleCompany company, Locale language, Instant now) {
        deals.flush();
        jdbc.sql("update exit_criterion set required = true where kind in ('AMOUNT', 'EXPECTED_CLOSE', 'ORGANIZATION')")
                .update();
        except(
                company,
                List.of(messages.getMessage("sample.exceptions", null, language).split("\\|")),
                now);
        deals.flush();
        tick(now);
    }

    /** A manager lets a few deals go on that lack something. */
    private void except(SampleCompany company, List<String> reasons, Instant now) {
        record Lacking(long id, Instant since, Long[] criteria) {}
        List<Lacking> lacking = jdbc.sql("""
                        select d.id, d.last_event_at, array_agg(c.id order by c.id) as criteria
                          from deal d
                          join exit_criterion c on c.stage_id = d.stage_id and c.required and c.removed_at is null
                         where d.outcome = 'OPEN' and d.deleted_at is null and d.parked_until is null
                           and d.currency = (select base_currency from workspace)
                           and (c.kind = 'AMOUNT' and d.amount is null
                                or c.kind = 'EXPECTED_CLOSE' and d.expected_close is null)
                         group by d.id order by d.id limit :most
                        """)
                .param("most", EXCEPTIONS)
                .query((row, number) -> new Lacking(
                        row.getLong("id"), row.getTimestamp("last_event_at").toInstant(), (Long[])
                                row.getArray("criteria").getArray()))
                .list();
        for (int i = 0; i < lacking.size(); i++) {
            Lacking one = lacking.get(i);
            Deal deal = deals.findById(one.id()).orElseThrow();
            Stage next = company.stage(company.stages().indexOf(deal.getStage()) + 1);
            Instant later = one.since().plus(Duration.ofHours(20));
            Change change =
                    Change.now(company.administratorId(), later.isAfter(now) ? now : later, null, BigDecimal.ONE);
            DealEvent moved = log.append(deal.moveTo(next, column.top(next), change));
            jdbc.sql("insert into criterion_exception (event_id, criteria, reason) values (:event, :criteria, :reason)")
                    .param("event", moved.id())
                    .param("criteria", one.criteria())
                    .param("reason", reasons.get(i % reasons.size()))
                    .update();
            deals.flush();
        }
    }

    /** Most items of the stages behind open deals are ticked, and some of those at hand. */
    private void tick(Instant now) {
        jdbc.sql("""
                        with done as (
                            insert into deal_tick (deal_id, criterion_id, ticked_by, ticked_at)
                            select d.id, c.id, d.owner_id, least(d.stage_entered_at, :now)
                              from deal d
                              join stage here on here.id = d.stage_id
                              join stage s on s.pipeline_id = here.pipeline_id and s.position <= here.position
                              join exit_criterion c on c.stage_id = s.id and c.kind = 'CHECKLIST'
                             where d.outcome = 'OPEN' and d.deleted_at is null
                               and (d.id * 7 + c.id * 3) % 10 < case when s.id = here.id then 4 else 8 end
                            returning deal_id, criterion_id, ticked_by, ticked_at)
                        insert into deal_journal (deal_id, actor_id, occurred_at, message, arguments)
                        select done.deal_id, done.ticked_by, done.ticked_at, 'deal.checklist.ticked',
                               jsonb_build_array(jsonb_build_object('kind', 'TEXT', 'value', c.text))
                          from done join exit_criterion c on c.id = done.criterion_id
                        """).param("now", Timestamp.from(now)).update();
    }
}
