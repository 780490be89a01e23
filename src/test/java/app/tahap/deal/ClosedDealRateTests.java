package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was reported of a month that is over stays true, whatever happens to exchange rates later. */
@DatabaseTest
class ClosedDealRateTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    DealList list;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    Viewer ani;
    long won;

    @BeforeEach
    void winADealInEuros() {
        List<Stage> stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani", Role.REP);
        setRate("2026-05-01", "1.10");
        won = fixtures.deal("In euros", stages.get(0), ani, new BigDecimal("100"), "EUR");
        deals.close(won, Outcome.WON, null, null, fixtures.version(won), null, ani);
    }

    @Test
    void keepsTheRateWhenALaterOneIsAddedAndTheOldOneIsChangedOrRemoved() {
        clock.turn(Duration.ofDays(3));
        setRate("2026-05-22", "2");
        setRate("2026-05-20", "3");
        setRate("2026-05-01", "4");
        assertWorth("110");

        jdbc.sql("delete from exchange_rate").update();
        assertWorth("110");
    }

    @Test
    void keepsTheRateWhenTheDealIsRenamedHandedOverDeletedAndRestored() {
        clock.turn(Duration.ofDays(3));
        setRate("2026-05-01", "4");
        Viewer budi = fixtures.user("Budi", Role.REP);

        rename("Renamed", "EUR");
        deals.assign(won, budi.id(), fixtures.version(won), ani);
        deals.delete(won, fixtures.version(won), ani);
        deals.restore(won, ani);

        assertWorth("110");
    }

    @Test
    void valuesTheDealAnewOnItsClosingDayWhenItsCurrencyIsCorrected() {
        clock.turn(Duration.ofDays(3));
        setRate("2026-05-22", "9");
        jdbc.sql("insert into exchange_rate values ('SGD', '2026-05-01', 0.75), ('SGD', '2026-05-22', 0.5)")
                .update();

        rename("In dollars of Singapore", "SGD");

        assertWorth("75");
    }

    private void rename(String title, String currency) {
        DealFacts facts = new DealFacts(title, new BigDecimal("100"), currency, null, ani.id(), null, null, null);
        deals.amend(won, facts, fixtures.version(won), null, ani);
    }

    private void setRate(String day, String rate) {
        jdbc.sql("""
                        insert into exchange_rate values ('EUR', cast(:day as date), cast(:rate as numeric))
                        on conflict (currency, valid_from) do update set rate = excluded.rate
                        """).param("day", day).param("rate", rate).update();
    }

    /** In the list of deals, and by the last event, from which reports are made. */
    private void assertWorth(String dollars) {
        DealTotals.Summary summary =
                list.page(DealCriteria.NONE, DealSort.TITLE, false, 1, 10, ani).summary();
        assertThat(summary.all().total().base().amount()).isEqualByComparingTo(dollars);
        assertThat(jdbc.sql("select amount * rate from deal_event order by id desc limit 1")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo(dollars);
    }
}
