package app.tahap.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds the work that the stages ask for: criteria of each stage, ratings of every open deal, 10,000 activities planned for
 * the one who looks at the pages, and a proposal of 50 lines.
 */
final class WorkFounder {

    static final int ACTIVITIES = 10_000;
    static final int LINES = 50;

    private final JdbcClient jdbc;

    WorkFounder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void found() {
        criteria();
        scores();
        activities();
        proposal();
    }

    /** What every generated deal has is required, so that moves go through; what most lack is advised. */
    private void criteria() {
        jdbc.sql("delete from exit_criterion").update(); // those of the template, which not all generated deals meet
        jdbc.sql("""
                        insert into exit_criterion (stage_id, kind, text, required, position)
                        select s.id, c.kind, c.text, c.required, c.position
                          from stage s
                         cross join (values ('EXPECTED_CLOSE', null, true, 1), ('ORGANIZATION', null, false, 2),
                                            ('PERSON', null, false, 3), ('CONTACT', null, false, 4),
                                            ('CHECKLIST', 'Everybody heard', false, 5)) c (kind, text, required, position)
                        """).update();
    }

    private void scores() {
        jdbc.sql("""
                        insert into qualification_answer (deal_id, criterion_id, rating, changed_at)
                        select d.id, c.id, (d.id * 31 + c.id * 17) % 4, d.last_event_at
                          from deal d
                          join qualification_choice p on p.pipeline_id = d.pipeline_id
                          join qualification_criterion c on c.framework_id = p.framework_id
                         where d.outcome = 'OPEN' and (d.id + c.id) % 5 <> 0
                        """).update();
        jdbc.sql("select qualify(array_agg(id)) from deal where outcome = 'OPEN'")
                .query((row, number) -> row.getRow())
                .list();
    }

    /** From three weeks ago to nine weeks ahead; the next step of each deal is the earliest, as Tahap keeps it. */
    private void activities() {
        jdbc.sql("""
                        insert into activity (deal_id, kind_id, subject, due_on, due_time, assignee_id, created_by, created_at,
                                              scheduled_at, changed_at)
                        select o.id, 1 + mod(i, 4), 'Call number ' || i, current_date - 21 + mod(i, 84),
                               case when mod(i, 3) = 0 then time '09:00' + make_interval(mins => mod(i, 480)) end,
                               u.id, u.id, d.at, d.at, d.at
                          from generate_series(1, :activities) i
                          join (select id, row_number() over (order by id) - 1 as place, count(*) over () as deals
                                  from deal where outcome = 'OPEN') o on o.place = mod(i, o.deals)
                          join users u on u.email = :email
                         cross join (select now() - interval '30 days' as at) d
                        """)
                .param("activities", ACTIVITIES)
                .param("email", Settings.EMAIL)
                .update();
        jdbc.sql("""
                        update deal d set next_step = a.subject, next_step_due = a.due_on, next_step_time = a.due_time
                          from (select distinct on (deal_id) * from activity
                                 order by deal_id, due_on, due_time nulls last, id) a
                         where d.id = a.deal_id
                        """).update();
    }

    /** Draft number 1 of proposal number 1. */
    private void proposal() {
        jdbc.sql("""
                        insert into proposal (deal_id, reference, created_at)
                        select min(id), 'P-1', now() from deal where outcome = 'OPEN'
                        """).update();
        jdbc.sql("""
                        insert into proposal_version (proposal_id, number, status, title, language, currency, problem, solution,
                                                      benefits, investment, terms, rounding, gross, net, tax, created_at, changed_at)
                        select id, 1, 'DRAFT', 'Fifty lines', 'en', 'USD', words, words, words, words, words, 'HALF_UP',
                               100 * :lines, 100 * :lines, 11 * :lines, now(), now()
                          from proposal, (select repeat('What is said to the customer at some length. ', 20) as words) w
                        """).param("lines", LINES).update();
        jdbc.sql("""
                        insert into proposal_line (version_id, position, description, quantity, unit, unit_price, discount_kind,
                                                   discount, tax_rate, optional, gross, reduction, net, tax)
                        select v.id, i, 'Line ' || i || ', which is described in one sentence', 4, 'pieces', 25, 'PERCENT',
                               0, 11, false, 100, 0, 100, 11
                          from proposal_version v, generate_series(1, :lines) i
                        """).param("lines", LINES).update();
    }
}
