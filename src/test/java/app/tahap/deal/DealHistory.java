package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Viewer;
import app.tahap.deal.StageStays.RebuiltStays;
import app.tahap.pipeline.PipelineFixtures;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.Template;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two pipelines and their deals, what is done to them step by step, and what must hold after each step. */
class DealHistory {

    /** What can be done. A step that a rule refuses must change nothing. */
    enum Action {
        CREATE,
        MOVE,
        WIN,
        LOSE,
        DISQUALIFY,
        PARK,
        WAKE,
        REOPEN,
        AMEND,
        ASSIGN,
        UNDO,
        DELETE,
        RESTORE,
        REMOVE_STAGE,
        MERGE_STAGE,
        ADD_STAGE,
        PLACE_STAGE,
        ARCHIVE_PIPELINE,
        RESTORE_PIPELINE,
        WAIT,
        CHANGE_RATE
    }

    /** An action on the which-th of the things there are, and where to; both wrap around. */
    record Step(Action action, int which, int where) {}

    private static final int DEALS = 2;

    private static final String STAYS = """
            select deal_id, pipeline_id, stage_id, stage_position, stage_known, entered_at, entered_by, entry,
                   left_at, left_by, exit, next_stage_id, next_position
              from %s where deal_id in (select id from deal %s) order by entered_by
            """;

    private final Fixtures fixtures;
    private final PipelineFixtures shape;
    private final DealService deals;
    private final DealUndo undo;
    private final StageStays stays;
    private final JdbcClient jdbc;
    private final TestClock.Turnable clock;

    private final List<Viewer> people = new ArrayList<>();
    private final List<Long> pipelines = new ArrayList<>();
    private final List<Long> dealIds = new ArrayList<>();
    private final Map<Long, Picture> before = new HashMap<>();

    DealHistory(
            Fixtures fixtures,
            AutowireCapableBeanFactory beans,
            DealService deals,
            DealUndo undo,
            StageStays stays,
            JdbcClient jdbc,
            TestClock.Turnable clock) {
        this.fixtures = fixtures;
        this.shape = beans.createBean(PipelineFixtures.class);
        this.deals = deals;
        this.undo = undo;
        this.stays = stays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(List<Viewer> administrators) {
        people.addAll(administrators);
        fixtures.clearDeals();
        pipelines.add(shape.pipeline("Direct", Template.FOUR));
        pipelines.add(shape.pipeline("Partners", null));
        take(new Step(Action.CREATE, 1, 0));
    }

    /** Does a step, and looks whether all is well. */
    void take(Step step) {
        clock.turn(Duration.ofMinutes(1));
        Object database = everything();
        try {
            act(step);
        } catch (RuleException | NotFoundException | StaleDealException refused) {
            assertThat(everything()).as("after a refusal").isEqualTo(database);
        }
        check();
    }

    /** Stays made anew from the log alone are those that were kept all along. */
    void end() {
        String kept = STAYS.formatted("stage_stay", "");
        List<Map<String, Object>> rows = jdbc.sql(kept).query().listOfRows();
        assertThat(stays.rebuild()).isEqualTo(new RebuiltStays(rows.size(), 0, 0));
        jdbc.sql("delete from stage_stay").update();
        assertThat(stays.rebuild()).isEqualTo(new RebuiltStays(rows.size(), 0, rows.size()));
        assertThat(jdbc.sql(kept).query().listOfRows()).isEqualTo(rows);
    }

    private void act(Step step) {
        int which = step.which();
        int where = step.where();
        switch (step.action()) {
            case CREATE -> create(which, where);
            case WAIT -> clock.turn(Duration.ofHours(2L * which));
            case CHANGE_RATE -> rate(which);
            case REMOVE_STAGE -> remove(which, where);
            case MERGE_STAGE -> merge(which, where);
            case ADD_STAGE -> shape.stage(pick(inUse(), which), "Stage " + clock.instant());
            case PLACE_STAGE -> place(which, where);
            case ARCHIVE_PIPELINE -> archive(which, where);
            case RESTORE_PIPELINE -> shape.restore(pick(pipelines, which));
            case UNDO -> undo(pick(dealIds, which));
            default -> change(step.action(), pick(dealIds, which), where);
        }
    }

    /** A few deals each live longer lives than many. */
    private void create(int which, int where) {
        if (dealIds.size() == DEALS) {
            throw new NotFoundException("room", DEALS);
        }
        BigDecimal amount = which % 4 == 0 ? null : new BigDecimal(1000 * which);
        String currency = which % 2 == 0 ? "USD" : "EUR";
        dealIds.add(fixtures.deal("Deal " + which, stage(where), person(which), amount, currency));
    }

    private Stage stage(int where) {
        long id = pick(stages(), where);
        return fixtures.stage(id);
    }

    private void change(Action action, long deal, int where) {
        Picture picture = picture(deal);
        Viewer viewer = person(where);
        int version = fixtures.version(deal);
        switch (action) {
            case MOVE -> deals.move(deal, new DealMove(pick(stages(), where), null, null, version, null), viewer);
            case WIN -> deals.close(deal, Outcome.WON, null, null, version, null, viewer);
            case LOSE -> deals.close(deal, Outcome.LOST, fixtures.reason("LOST"), "Price", version, null, viewer);
            case DISQUALIFY ->
                deals.close(deal, Outcome.DISQUALIFIED, fixtures.reason("DISQUALIFIED"), null, version, null, viewer);
            case PARK -> deals.park(deal, viewer.today(clock).plusDays(where), version, null, viewer);
            case WAKE -> deals.wake(deal, version, null, viewer);
            case REOPEN -> deals.reopen(deal, version, null, viewer);
            case AMEND -> amend(deal, where, version, viewer);
            case ASSIGN -> deals.assign(deal, viewer.id(), version, viewer);
            case DELETE -> deals.delete(deal, version, viewer);
            case RESTORE -> deals.restore(deal, viewer);
            default -> throw new IllegalArgumentException(action.name());
        }
        latest(deal).ifPresent(event -> before.putIfAbsent(event, picture));
    }

    private void amend(long deal, int where, int version, Viewer viewer) {
        BigDecimal amount = where % 3 == 0 ? null : new BigDecimal(500 * where);
        LocalDate expected = where % 2 == 0 ? null : viewer.today(clock).plusDays(where);
        String currency = where % 4 == 0 ? "EUR" : "USD";
        long owner = jdbc.sql("select owner_id from deal where id = :id")
                .param("id", deal)
                .query(Long.class)
                .single();
        DealFacts facts = new DealFacts("Deal", amount, currency, expected, owner, null, null, null);
        deals.amend(deal, facts, version, null, viewer);
    }

    private void undo(long deal) {
        long event = latest(deal).orElseThrow();
        undo.undo(deal, event, person(0));
        Picture now = picture(deal);
        Picture then = Objects.requireNonNull(before.get(event));
        int old = then.events().size();
        if (now.events().size() == old) {
            assertThat(now).as("as if it had not happened").isEqualTo(then);
        } else {
            assertThat(now.events().subList(0, old)).isEqualTo(then.events());
            now.events().subList(old, now.events().size()).forEach(more -> assertFollows(more, then));
        }
    }

    /** What may have become of it meanwhile: its stage was removed and it went on to the heir, or its rate became known. */
    private static void assertFollows(Map<String, Object> event, Picture then) {
        if (!"REMAPPED".equals(event.get("kind"))) {
            assertThat(event).containsEntry("kind", "AMENDED");
            assertThat(event.get("changes")).asString().contains("\"rate\"");
            assertThat(then.deal()).allSatisfy(deal -> assertThat(deal).containsEntry("rate", null));
            assertThat(event.get("outcome")).isNotEqualTo("OPEN");
            assertThat(event.get("rate")).isNotNull();
        }
    }

    private void rate(int which) {
        jdbc.sql("""
                        insert into exchange_rate (currency, valid_from, rate) values ('EUR', :day, :rate)
                        on conflict (currency, valid_from) do update set rate = excluded.rate
                        """)
                .param("day", Date.valueOf(person(0).today(clock)))
                .param("rate", new BigDecimal(100 + which).movePointLeft(2))
                .update();
    }

    private void remove(int which, int where) {
        shape.remove(pick(stages(), which), pick(stages(), where), person(0));
    }

    private void merge(int which, int where) {
        shape.merge(pick(stages(), which), pick(stages(), where), person(0));
    }

    private void place(int which, int where) {
        long stage = pick(stages(), which);
        long above = pick(stages(), where);
        shape.place(stage, where == 0 || stage == above ? null : Long.valueOf(above));
    }

    private void archive(int which, int where) {
        long pipeline = pick(pipelines, which);
        List<Long> leaving = stagesOf("p.id = " + pipeline);
        List<Long> others = new ArrayList<>(stages());
        others.removeAll(leaving);
        Map<Long, Long> targets = new HashMap<>();
        if (!others.isEmpty()) {
            leaving.forEach(stage -> targets.put(stage, pick(others, where + targets.size())));
        }
        shape.archive(pipeline, targets, person(0));
    }

    private void check() {
        none("stays differ from the log", """
                (table derived_stage_stay except select deal_id, pipeline_id, stage_id, stage_position, stage_known,
                        entered_at, entered_by, entry, left_at, left_by, exit, next_stage_id,
                        next_position, detour from stage_stay)
                union all
                (select deal_id, pipeline_id, stage_id, stage_position, stage_known,
                        entered_at, entered_by, entry, left_at, left_by, exit, next_stage_id,
                        next_position, detour from stage_stay except table derived_stage_stay)
                """);
        none("an open deal has one running stay, a closed one none", """
                select id from deal d
                 where (select count(*) from stage_stay s where s.deal_id = d.id and s.left_at is null)
                       <> (case outcome when 'OPEN' then 1 else 0 end)
                """);
        none("stays follow one another", """
                select * from (select s.*, lead(entered_at) over (partition by deal_id order by entered_by) as next
                                 from stage_stay s) s
                 where next is not null and (left_at is null or left_at > next)
                """);
        none("a deal is where its last stay is, unless it was remapped after its closing", """
                select d.id from deal d
                  join lateral (select * from stage_stay s where s.deal_id = d.id order by entered_by desc limit 1) s on true
                 where (d.stage_id, d.pipeline_id) <> (s.stage_id, s.pipeline_id)
                   and not exists (select from effective_deal_event e where e.deal_id = d.id and e.kind = 'REMAPPED'
                                      and e.outcome <> 'OPEN' and e.stage_id = d.stage_id and e.id > s.left_by)
                """);
        none("a deal is what its last event that counts says", """
                select d.id from deal d
                  join lateral (select * from effective_deal_event e
                                 where e.deal_id = d.id order by e.id desc limit 1) e on true
                 where (d.pipeline_id, d.stage_id, d.stage_entered_at, d.outcome, d.closed_at, d.closing_owner_id, d.reason_id,
                        d.reason_note, d.parked_until, d.amount, d.currency, d.expected_close, d.owner_id,
                        d.deleted_at is not null, d.rate)
                       is distinct from
                       (e.pipeline_id, e.stage_id, e.stage_entered_at, e.outcome, e.closed_at, e.closing_owner_id, e.reason_id,
                        e.reason_note, e.parked_until, e.amount, e.currency, e.expected_close, e.owner_id, e.deleted,
                        case when e.outcome <> 'OPEN' then e.rate end)
                """);
        none("no deal is left in a stage that was removed, and no open one in an archived pipeline", """
                select d.id from deal d join stage s on s.id = d.stage_id
                 where s.successor_id is not null or s.archived_at is not null and d.outcome = 'OPEN'
                    or s.pipeline_id <> d.pipeline_id
                """);
        none("events stand in the order of their times", """
                select * from (select occurred_at, lag(occurred_at) over (partition by deal_id order by id) as earlier
                                 from deal_event) e where occurred_at < earlier
                """);
    }

    private void none(String claim, String sql) {
        assertThat(jdbc.sql(sql).query().listOfRows()).as(claim).isEmpty();
    }

    private Picture picture(long deal) {
        return new Picture(
                rows(STAYS.formatted("stage_stay", "where id = " + deal)),
                rows("select * from effective_deal_event where deal_id = " + deal + " order by id"),
                rows("""
                        select pipeline_id, stage_id, stage_entered_at, outcome, closed_at, closing_owner_id, reason_id,
                               reason_note, parked_until, amount, currency, rate, expected_close, owner_id, deleted_at
                          from deal where id =\s""" + deal));
    }

    private Object everything() {
        return List.of(
                rows("select id, stage_id, rank, outcome, version, last_event_at, deleted_at from deal order by id"),
                rows("select count(*), max(id) from deal_event"),
                rows("select id, position, archived_at, successor_id, version from stage order by id"),
                rows("select id, position, archived_at, version from pipeline order by id"));
    }

    private List<Map<String, Object>> rows(String sql) {
        return jdbc.sql(sql).query().listOfRows();
    }

    private Optional<Long> latest(long deal) {
        return jdbc.sql("select max(id) from effective_deal_event where deal_id = :deal")
                .param("deal", deal)
                .query(Long.class)
                .optional();
    }

    private List<Long> inUse() {
        return jdbc.sql("select id from pipeline where archived_at is null and id in (:ids) order by id")
                .param("ids", pipelines)
                .query(Long.class)
                .list();
    }

    private List<Long> stages() {
        return stagesOf("p.archived_at is null");
    }

    private List<Long> stagesOf(String condition) {
        return jdbc.sql("""
                        select s.id from stage s join pipeline p on p.id = s.pipeline_id
                         where s.archived_at is null and p.id in (:ids) and %s order by p.id, s.position
                        """.formatted(condition))
                .param("ids", pipelines)
                .query(Long.class)
                .list();
    }

    private Viewer person(int which) {
        return pick(people, which);
    }

    private static <T> T pick(List<T> things, int which) {
        if (things.isEmpty()) {
            throw new NotFoundException("thing", which);
        }
        return things.get(which % things.size());
    }

    /** What figures see of a deal. */
    private record Picture(
            List<Map<String, Object>> stays, List<Map<String, Object>> events, List<Map<String, Object>> deal) {}
}
