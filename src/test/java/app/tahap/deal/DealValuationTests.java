package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of deals that were closed before a rate of their currency was known. */
class DealValuationTests extends BoardScene {

    @Autowired
    DealService deals;

    @Autowired
    DealUndo undo;

    @Autowired
    DealList list;

    Viewer admin;
    long won;

    @BeforeEach
    void winADealInYen() {
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        won = close("In yen", "JPY", Outcome.WON);
        clock.turn(Duration.ofDays(3));
    }

    @Test
    void valuesADealOnceTheRateOfItsClosingDayIsAdded() {
        assertThat(worth()).isEqualByComparingTo("0");

        addRate("JPY", "2026-05-01", "0.0064");

        assertThat(worth()).isEqualByComparingTo("6.4");
        assertThat(get(ani, "/deals?outcome=WON&only=VALUED")).bodyText().contains("In yen");
        assertThat(get(ani, "/deals/" + won))
                .bodyText()
                .contains(
                        "Admin changed the deal’s details",
                        "Exchange rate at closing",
                        "<del>–</del> → <ins>0.0064</ins>");
    }

    @Test
    void writesTheEventOfWhatTheDealIsNow() {
        addRate("JPY", "2026-05-01", "0.0064");

        assertThat(events(won)).containsExactly("CREATED", "WON", "AMENDED");
        assertThat(jdbc.sql("""
                        select (d.rate, d.closed_at, d.last_event_at, d.closing_owner_id, d.owner_id, d.amount, d.currency,
                                d.outcome, d.stage_id, d.pipeline_id, d.stage_entered_at, 1::numeric, 2, false)
                             = (e.rate, e.closed_at, e.occurred_at, e.closing_owner_id, e.owner_id, e.amount, e.currency,
                                e.outcome, e.stage_id, e.pipeline_id, e.stage_entered_at, e.probability, d.version, e.deleted)
                          from deal d join deal_event e on e.deal_id = d.id where d.id = :id order by e.id desc limit 1
                        """).param("id", won).query(Boolean.class).single()).isTrue();
    }

    @Test
    void takesTheRateThatWasInForceOnTheClosingDayOfTheWorkspace() {
        jdbc.sql("update deal set closed_at = '2026-05-20T18:00:00Z' where id = :id")
                .param("id", won)
                .update();
        jdbc.sql("insert into exchange_rate values ('JPY', '2026-05-21', 0.007), ('JPY', '2026-05-22', 9)")
                .update();

        addRate("JPY", "2026-05-01", "0.0064");

        assertThat(worth()).isEqualByComparingTo("7");
    }

    @Test
    void valuesNothingElse() {
        jdbc.sql("insert into exchange_rate values ('EUR', '2026-01-01', 2)").update();
        long inEuros = close("In euros", "EUR", Outcome.WON);
        long inPounds = close("In pounds", "GBP", Outcome.LOST);
        long open = fixtures.deal("Open", stages.get(0), ani, new BigDecimal("1000"), "JPY");

        addRate("JPY", "2026-05-21", "0.0064");
        addRate("EUR", "2026-05-01", "3");

        assertThat(events(won)).doesNotContain("AMENDED");
        assertThat(events(inEuros)).doesNotContain("AMENDED");
        assertThat(events(inPounds)).doesNotContain("AMENDED");
        assertThat(events(open)).containsExactly("CREATED");
        assertThat(worth()).isEqualByComparingTo("2000");
    }

    @Test
    void saysOnTheDealsPageAsInListsThatNoRateIsKnownOfItsClosingDay() {
        addRate("JPY", "2026-05-21", "0.0064");

        assertThat(get(ani, "/deals?only=UNVALUED")).bodyText().contains("In yen");
        assertThat(get(ani, "/deals/" + won))
                .bodyText()
                .contains("No exchange rate known for JPY")
                .doesNotContain("at the rate of");
    }

    @Test
    void missesNoDealThatIsClosedWhileTheRateIsAdded() {
        long closed = fixtures.deal("Closed first", stages.get(0), ani, new BigDecimal("1000"), "JPY");
        long closing = fixtures.deal("Closed meanwhile", stages.get(0), ani, new BigDecimal("1000"), "GBP");

        fixtures.meanwhile(() -> win(closed), () -> addRate("JPY", "2026-05-01", "0.0064"));
        fixtures.meanwhile(() -> addRate("GBP", "2026-05-01", "1.25"), () -> win(closing));

        assertThat(rate(closed)).isEqualByComparingTo("0.0064");
        assertThat(rate(closing)).isEqualByComparingTo("1.25");
    }

    @Test
    void valuesADealWhoseReopeningIsTakenBackAfterTheRateWasAdded() {
        deals.reopen(won, fixtures.version(won), null, ani);
        addRate("JPY", "2026-05-01", "0.0064");
        addRate("JPY", "2026-05-22", "0.0070");

        undo.undo(won, lastEvent(won), ani);

        assertThat(outcomeOf(won)).isEqualTo("WON");
        assertThat(rate(won)).isEqualByComparingTo("0.0064");
        assertThat(jdbc.sql("select rate from deal_event where deal_id = :id order by id desc limit 1")
                        .param("id", won)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0.0064");
    }

    private boolean win(long deal) {
        deals.close(deal, Outcome.WON, null, null, 0, null, ani);
        return true;
    }

    private BigDecimal rate(long deal) {
        return jdbc.sql("select coalesce(rate, 0) from deal where id = :id")
                .param("id", deal)
                .query(BigDecimal.class)
                .single();
    }

    private long close(String title, String currency, Outcome outcome) {
        long id = fixtures.deal(title, stages.get(0), ani, new BigDecimal("1000"), currency);
        @Nullable Long reason = outcome.needsReason() ? fixtures.reason(outcome.name()) : null;
        deals.close(id, outcome, reason, null, 0, null, ani);
        return id;
    }

    private boolean addRate(String currency, String day, String rate) {
        assertThat(mvc.post()
                        .uri("/settings/rates")
                        .param("currency", currency)
                        .param("validFrom", day)
                        .param("rate", rate)
                        .with(as(admin))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        return true;
    }

    /** Of what was won, in dollars. */
    private BigDecimal worth() {
        return list.page(DealCriteria.NONE.but().outcome(Outcome.WON).build(), DealSort.TITLE, false, 1, 10, ani)
                .summary()
                .all()
                .total()
                .base()
                .amount();
    }
}
