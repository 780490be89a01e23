package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.EventKind;
import app.tahap.deal.Outcome;
import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestatementTests {

    @ParameterizedTest
    @CsvSource({"REOPENED, -1", "DELETED, -1", "RESTORED, 1"})
    void takesTheDealFromTheMonthOrGivesItBack(EventKind kind, int change) {
        assertThat(restatement(kind, Outcome.WON).change()).isEqualTo(change);
    }

    /** Reopened in May, a deal that was won on the last day of March changes March. */
    @Test
    void belongsToTheMonthInWhichTheDealWasClosed() {
        assertThat(restatement(EventKind.REOPENED, Outcome.WON).month()).isEqualTo(YearMonth.of(2026, 3));
    }

    @Test
    void leavesAMonthUnchangedThatHasNone() {
        assertThat(march().change(Outcome.WON)).isEmpty();
    }

    @Test
    void countsForItsOwnOutcomeOnly() {
        MonthRow march = march(
                restatement(EventKind.REOPENED, Outcome.WON),
                restatement(EventKind.DELETED, Outcome.WON),
                restatement(EventKind.RESTORED, Outcome.LOST));

        assertThat(march.change(Outcome.WON)).isEqualTo("−2");
        assertThat(march.change(Outcome.LOST)).isEqualTo("+1");
        assertThat(march.change(Outcome.DISQUALIFIED)).isEmpty();
    }

    @Test
    void cancelsWhatWasDeletedAndRestored() {
        MonthRow march =
                march(restatement(EventKind.DELETED, Outcome.LOST), restatement(EventKind.RESTORED, Outcome.LOST));

        assertThat(march.change(Outcome.LOST)).isEmpty();
    }

    private static Restatement restatement(EventKind kind, Outcome outcome) {
        return new Restatement(
                kind, LocalDate.of(2026, 5, 4), "Ani Basuki", 7, "Roof", outcome, LocalDate.of(2026, 3, 31));
    }

    private static MonthRow march(Restatement... restatements) {
        DealCount none = new DealCount(0, DealCriteria.NONE);
        ClosedValue nothing = new ClosedValue(new Money(BigDecimal.ZERO, Currency.getInstance("IDR")), 0, 0, 0);
        return new MonthRow(YearMonth.of(2026, 3), none, none, none, nothing, List.of(restatements));
    }
}
