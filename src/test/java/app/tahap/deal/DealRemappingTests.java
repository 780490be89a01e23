package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineFixtures;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.Template;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the deals of a stage that is removed. */
@DatabaseTest
class DealRemappingTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    StageStays stays;

    @Autowired
    TestClock.Turnable clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AutowireCapableBeanFactory beans;

    PipelineFixtures shape;
    Viewer ani;
    List<Stage> stages;
    Stage needs;
    Stage contact;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        contact = stages.get(2);
        needs = stages.get(3);
        ani = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
        shape = beans.createBean(PipelineFixtures.class);
    }

    @Test
    void takesEveryDealAlongWhateverItsOutcome() {
        long open = fixtures.deal("Open", needs, ani);
        long parked = fixtures.deal("Parked", needs, ani);
        deals.park(parked, LocalDate.of(2026, 8, 1), 0, null, ani);
        long won = fixtures.deal("Won", needs, ani);
        deals.close(won, Outcome.WON, null, null, 0, null, ani);
        long deleted = fixtures.deal("Deleted", needs, ani);
        deals.delete(deleted, 0, ani);

        shape.remove(needs.id(), contact.id(), ani);

        assertThat(jdbc.sql("select distinct stage_id from deal")
                        .query(Long.class)
                        .list())
                .containsExactly(contact.id());
        assertThat(last(parked)).containsEntry("kind", "REMAPPED").containsEntry("stage_id", contact.id());
        assertThat(last(won)).containsEntry("outcome", "WON").containsEntry("actor_id", ani.id());
        assertThat(last(deleted)).containsEntry("deleted", true);
        assertThat(last(open).get("probability")).isEqualTo(new BigDecimal("0.2000"));
    }

    @Test
    void endsTheStayInTheStageAndBeginsOneWhereTheDealGoes() {
        long open = fixtures.deal("Open", needs, ani);
        clock.turn(Duration.ofDays(3));

        shape.remove(needs.id(), contact.id(), ani);

        assertThat(jdbc.sql("select stage_id, entry, exit from stage_stay where deal_id = :id order by entered_by")
                        .param("id", open)
                        .query()
                        .listOfRows())
                .extracting(row -> row.get("stage_id"), row -> row.get("entry"), row -> row.get("exit"))
                .containsExactly(tuple(needs.id(), "CREATED", "REMAPPED"), tuple(contact.id(), "REMAPPED", null));
    }

    @Test
    void letsADealRotOnSinceNobodyWorkedOnIt() {
        long open = fixtures.deal("Open", needs, ani);
        List<Map<String, Object>> before = touched(open);
        clock.turn(Duration.ofDays(3));

        shape.remove(needs.id(), contact.id(), ani);

        assertThat(touched(open)).isEqualTo(before);
    }

    @Test
    void keepsTheStayInWhichADealWasClosed() {
        long won = fixtures.deal("Won", needs, ani);
        deals.close(won, Outcome.WON, null, null, 0, null, ani);
        String sql = "select * from stage_stay";
        List<Map<String, Object>> before = jdbc.sql(sql).query().listOfRows();

        shape.remove(needs.id(), contact.id(), ani);

        assertThat(jdbc.sql(sql).query().listOfRows()).isEqualTo(before);
    }

    @Test
    void keepsTheRateOfAClosing() {
        rate("EUR", "2026-01-01", "1.10");
        long won = fixtures.deal("Won", needs, ani, new BigDecimal("100"), "EUR");
        deals.close(won, Outcome.WON, null, null, 0, null, ani);
        long open = fixtures.deal("Open", needs, ani, new BigDecimal("100"), "EUR");
        clock.turn(Duration.ofDays(1));
        rate("EUR", "2026-05-21", "1.30");

        shape.remove(needs.id(), contact.id(), ani);

        assertThat((BigDecimal) last(won).get("rate")).isEqualByComparingTo("1.10");
        assertThat((BigDecimal) last(open).get("rate")).isEqualByComparingTo("1.30");
    }

    @Test
    void putsThemBelowTheDealsOfTheirNewColumnInTheOrderTheyHad() {
        long there = fixtures.deal("There", contact, ani);
        long lower = fixtures.deal("Lower", needs, ani);
        long upper = fixtures.deal("Upper", needs, ani);

        shape.remove(needs.id(), contact.id(), ani);

        assertThat(jdbc.sql("select id from deal order by rank, id")
                        .query(Long.class)
                        .list())
                .containsExactly(there, upper, lower);
    }

    @Test
    void reopensADealWhereItsStagesDealsWent() {
        long lost = fixtures.deal("Lost", needs, ani);
        deals.close(lost, Outcome.LOST, fixtures.reason("LOST"), null, 0, null, ani);
        shape.remove(needs.id(), contact.id(), ani);

        deals.reopen(lost, fixtures.version(lost), null, ani);

        assertThat(last(lost)).containsEntry("kind", "REOPENED").containsEntry("stage_id", contact.id());
        assertThat(jdbc.sql("select stage_id from stage_stay where left_at is null")
                        .query(Long.class)
                        .list())
                .containsExactly(contact.id());
    }

    @Test
    void leavesClosedDealsInAnArchivedPipeline() {
        long won = fixtures.deal("Won", needs, ani);
        deals.close(won, Outcome.WON, null, null, 0, null, ani);
        long open = fixtures.deal("Open", needs, ani);
        long partners = shape.pipeline("Partners", Template.FOUR);
        long target = jdbc.sql("select max(id) from stage where pipeline_id = :id")
                .param("id", partners)
                .query(Long.class)
                .single();

        shape.archive(
                jdbc.sql("select pipeline_id from stage where id = :id")
                        .param("id", needs.id())
                        .query(Long.class)
                        .single(),
                Map.of(needs.id(), target),
                ani);

        assertThat(last(won)).containsEntry("kind", "WON").containsEntry("stage_id", needs.id());
        assertThat(last(open)).containsEntry("kind", "REMAPPED").containsEntry("pipeline_id", partners);
    }

    @Test
    void tellsWhoeverMovesADealMeanwhileWhatHappened() {
        long open = fixtures.deal("Open", needs, ani);
        shape.remove(needs.id(), contact.id(), ani);

        assertThatExceptionOfType(StaleDealException.class)
                .isThrownBy(() -> deals.move(open, new DealMove(stages.get(5).id(), null, null, 0, null), ani));
    }

    @Test
    void costsAsManyStatementsForThreeHundredDealsAsForThree() {
        for (int i = 0; i < 3; i++) {
            fixtures.deal("Deal", needs, ani);
        }
        int forThree = StatementCount.of(() -> shape.remove(needs.id(), contact.id(), ani));
        for (int i = 0; i < 300; i++) {
            fixtures.deal("Deal", stages.get(4), ani);
        }

        assertThat(StatementCount.of(() -> shape.remove(stages.get(4).id(), contact.id(), ani)))
                .isEqualTo(forThree);
        assertThat(stays.rebuild()).isEqualTo(new StageStays.RebuiltStays(606, 0, 0));
    }

    private Map<String, Object> last(long deal) {
        return jdbc.sql("select * from deal_event where deal_id = :id order by id desc limit 1")
                .param("id", deal)
                .query()
                .singleRow();
    }

    private List<Map<String, Object>> touched(long deal) {
        return jdbc.sql("select stage_entered_at, last_activity_at from deal where id = :id")
                .param("id", deal)
                .query()
                .listOfRows();
    }

    private void rate(String currency, String from, String rate) {
        jdbc.sql("insert into exchange_rate (currency, valid_from, rate) values (:currency, :from, :rate)")
                .param("currency", currency)
                .param("from", LocalDate.parse(from))
                .param("rate", new BigDecimal(rate))
                .update();
    }
}
