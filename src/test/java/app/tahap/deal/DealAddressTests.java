package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealAddressTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    @Test
    void namesWhatIsAskedForAndNothingElse() {
        DealCriteria criteria = DealCriteria.scope(3L, null, 5L)
                .but()
                .outcome(Outcome.WON, Outcome.LOST)
                .closed(new DateRange(FIRST, LAST))
                .and(DealTrait.WITHOUT_AMOUNT)
                .build();

        assertThat(DealAddress.list(criteria))
                .isEqualTo("/deals?pipeline=3&team=5&outcome=LOST&outcome=WON"
                        + "&closed.from=2026-04-01&closed.to=2026-06-30&only=WITHOUT_AMOUNT");
    }

    @ParameterizedTest
    @CsvSource({"150.500, 150.5", "150.125, 150.1250", "1E+3, 1000", "2500.00, 2500"})
    void writesAmountsSoThatNoLanguageTakesDecimalsForThousands(BigDecimal amount, String written) {
        DealCriteria criteria = new DealCriteriaBuilder().amountMin(amount).build();

        assertThat(DealAddress.list(criteria)).isEqualTo("/deals?amountMin=" + written);
        assertThat(Amounts.parse(written, Locale.forLanguageTag("id")))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(amount));
    }

    @Test
    void encodesWhatAnAddressCannotHold() {
        DealCriteria criteria = new DealCriteriaBuilder().text("50% & more").build();

        assertThat(DealAddress.list(criteria)).isEqualTo("/deals?text=50%25%20%26%20more");
    }

    @Test
    void carriesHiddenOnlyWhatTheFilterHasNoInputFor() {
        DealCriteria criteria = DealCriteria.scope(3L, 4L, null)
                .but()
                .stage(7L)
                .entered(new StageEntry(8L, FIRST, null, null, Progress.WENT_ON))
                .only(Set.of(DealTrait.ROTTING, DealTrait.DELETED))
                .build();

        assertThat(criteria.hidden().toSingleValueMap())
                .containsOnly(
                        Map.entry("entered.stage", "8"),
                        Map.entry("entered.from", "2026-04-01"),
                        Map.entry("entered.then", "WENT_ON"),
                        Map.entry("only", "DELETED"));
    }
}
