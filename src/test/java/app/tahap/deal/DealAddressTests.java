package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DealAddressTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    @Test
    void namesWhatIsAskedForAndNothingElse() {
        DealCriteria criteria = DealCriteria.scope(3, null, 5L)
                .but()
                .outcome(Outcome.WON, Outcome.LOST)
                .closed(new DateRange(FIRST, LAST))
                .and(DealTrait.WITHOUT_AMOUNT)
                .build();

        assertThat(DealAddress.list(criteria))
                .isEqualTo("/deals?pipeline=3&team=5&outcome=LOST&outcome=WON"
                        + "&closed.from=2026-04-01&closed.to=2026-06-30&only=WITHOUT_AMOUNT");
    }

    @Test
    void encodesWhatAnAddressCannotHold() {
        DealCriteria criteria = new DealCriteriaBuilder().text("50% & more").build();

        assertThat(DealAddress.list(criteria)).isEqualTo("/deals?text=50%25%20%26%20more");
    }

    @Test
    void carriesHiddenOnlyWhatTheFilterHasNoInputFor() {
        DealCriteria criteria = DealCriteria.scope(3, 4L, null)
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
