package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.TestClock;
import app.tahap.account.OpenWork;
import app.tahap.account.Role;
import app.tahap.account.UserDeactivated;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class DealHandoverTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    OpenWork work;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    Viewer admin;
    Viewer ani;
    Viewer budi;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani", Role.REP);
        budi = fixtures.user("Budi", Role.REP);
    }

    @Test
    void leavesTheSameTraceAsHandingOneDealOver() {
        jdbc.sql("insert into exchange_rate values ('EUR', '2026-01-01', 1.1)").update();
        long one = fixtures.deal("One", stages.get(1), ani, new BigDecimal("500.5"), "EUR");
        long many = fixtures.deal("Many", stages.get(1), ani, new BigDecimal("500.5"), "EUR");
        for (long deal : new long[] {one, many}) {
            deals.park(deal, LocalDate.parse("2026-07-01"), fixtures.version(deal), null, ani);
        }
        clock.turn(Duration.ofHours(3));

        deals.assign(one, budi.id(), fixtures.version(one), admin);
        deactivate(ani, budi);

        assertThat(lastEvent(many)).isEqualTo(lastEvent(one)).containsEntry("kind", "AMENDED");
        assertThat(row(many)).isEqualTo(row(one)).containsEntry("owner_id", budi.id());
    }

    @Test
    void writesOneEventForEachOpenDealAndLeavesTheOthersAlone() {
        long open = fixtures.deal("Open", stages.get(0), ani);
        long won = fixtures.deal("Won", stages.get(0), ani);
        deals.close(won, Outcome.WON, null, null, fixtures.version(won), null, ani);
        long deleted = fixtures.deal("Deleted", stages.get(0), ani);
        deals.delete(deleted, fixtures.version(deleted), ani);
        long others = fixtures.deal("Others", stages.get(0), budi);
        assertThat(work.countOf(ani.id())).isOne();

        deactivate(ani, budi);

        assertThat(amended()).containsExactly(open);
        assertThat(row(won)).containsEntry("owner_id", ani.id());
        assertThat(row(deleted)).containsEntry("owner_id", ani.id());
        assertThat(row(others)).containsEntry("version", 0);
        assertThat(work.countOf(ani.id())).isZero();
    }

    @Test
    void costsAsManyStatementsForManyDealsAsForOne() {
        fixtures.deal("Open", stages.get(0), ani);
        int forOne = StatementCount.of(() -> deactivate(ani, budi));
        for (int i = 0; i < 30; i++) {
            fixtures.deal("Open " + i, stages.get(0), ani);
        }

        assertThat(StatementCount.of(() -> deactivate(ani, budi))).isEqualTo(forOne);
        assertThat(amended()).hasSize(31);
    }

    @Test
    void happensOnlyTogetherWithTheDeactivation() {
        long open = fixtures.deal("Open", stages.get(0), ani);

        assertThatThrownBy(() -> events.publishEvent(new UserDeactivated(ani.id(), budi.id(), admin)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(row(open)).containsEntry("owner_id", ani.id());
    }

    private void deactivate(Viewer user, Viewer successor) {
        transactions.executeWithoutResult(
                status -> events.publishEvent(new UserDeactivated(user.id(), successor.id(), admin)));
    }

    private List<Long> amended() {
        return jdbc.sql("select deal_id from deal_event where kind = 'AMENDED'")
                .query(Long.class)
                .list();
    }

    private Map<String, Object> lastEvent(long deal) {
        return jdbc.sql("""
                        select to_jsonb(e) - 'id' - 'deal_id' || jsonb_build_object('changes', changes) as facts, kind
                          from deal_event e where deal_id = :deal order by id desc limit 1
                        """)
                .param("deal", deal)
                .query((row, number) ->
                        Map.<String, Object>of("facts", row.getString("facts"), "kind", row.getString("kind")))
                .single();
    }

    private Map<String, Object> row(long deal) {
        return jdbc.sql("""
                        select owner_id, version, last_event_at, last_activity_at, stage_entered_at, parked_until, amount
                          from deal where id = :deal
                        """).param("deal", deal).query().singleRow();
    }
}
