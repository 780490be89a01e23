package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.deal.DealCriteria;
import app.tahap.money.Money;
import app.tahap.money.MoneyTotal;
import app.tahap.report.Bottleneck.Sign;
import app.tahap.report.Bottleneck.Stage;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BottleneckTests {

    @Test
    void isNoneWithoutStages() {
        assertThat(Bottleneck.find(List.of())).isEmpty();
    }

    @Test
    void isNoneWithoutDeals() {
        assertThat(Bottleneck.find(List.of(stage(1).build(), stage(2).build()))).isEmpty();
    }

    @Test
    void isNoneWhereStagesAreEqualAndSteady() {
        Stage steady = stage(1).with(30, 30).lasting(5.0, 30, 5.0, 30).build();

        assertThat(Bottleneck.find(List.of(steady, steady))).isEmpty();
    }

    /** So many more than went out as chance would bring once in twenty times: 1.645 x the root of in and out. */
    @ParameterizedTest
    @CsvSource({"3, 0, true", "2, 0, false", "27, 16, true", "26, 16, false", "10, 30, false", "0, 0, false"})
    void callsAQueueWhatChanceHardlyExplains(long arrivals, long exits, boolean queue) {
        Optional<Bottleneck> found =
                Bottleneck.find(List.of(stage(1).with(arrivals, exits).build()));

        assertThat(found.map(Bottleneck::signs).orElse(List.of())).isEqualTo(queue ? List.of(Sign.QUEUE) : List.of());
    }

    /** Deals that an import took out of a stage it did not tell may all have left this one. */
    @ParameterizedTest
    @CsvSource({"27, 16, 0, true", "27, 6, 10, true", "27, 6, 11, false", "1589, 0, 6711, false"})
    void callsNoQueueWhatExitsOfUnknownStagesMayExplain(long arrivals, long exits, long unknown, boolean queue) {
        Optional<Bottleneck> found = Bottleneck.find(
                List.of(stage(1).with(arrivals, exits).leftUnknown(unknown).build()));

        assertThat(found.map(Bottleneck::signs).orElse(List.of())).isEqualTo(queue ? List.of(Sign.QUEUE) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "12, 20, 10, 20, true",
        "11.9, 20, 10, 20, false",
        "12, 19, 10, 20, false",
        "12, 20, 10, 19, false",
        "10, 20, 12, 20, false",
        "0, 20, 0, 20, false",
        "1, 20, 0, 20, true",
        " , 20, 10, 20, false",
        "12, 20, , 20, false"
    })
    void callsSlowerAMedianThatGrewByAFifthOverEnoughStays(
            @Nullable Double median, long stays, @Nullable Double earlier, long earlierStays, boolean slower) {
        Optional<Bottleneck> found = Bottleneck.find(
                List.of(stage(1).lasting(median, stays, earlier, earlierStays).build()));

        assertThat(found.map(Bottleneck::signs).orElse(List.of())).isEqualTo(slower ? List.of(Sign.SLOWER) : List.of());
    }

    @Test
    void isWhereMostMoneyIsPastItsTimeRatherThanMostDeals() {
        Stage manySmall = stage(1).slow(9, "900").build();
        Stage oneLarge = stage(2).slow(1, "1000").build();

        assertThat(Bottleneck.find(List.of(manySmall, oneLarge)))
                .contains(new Bottleneck(oneLarge, List.of(Sign.STUCK)));
    }

    @Test
    void isWhereMostDealsArePastTheirTimeWhenTheirWorthIsUnknown() {
        Stage few = stage(1).slow(1, "0").build();
        Stage more = stage(2).slow(2, "0").build();

        assertThat(Bottleneck.find(List.of(few, more))).contains(new Bottleneck(more, List.of(Sign.STUCK)));
        assertThat(more.isSlowValueKnown()).isFalse();
        assertThat(stage(3).slow(1, "10").build().isSlowValueKnown()).isTrue();
    }

    @Test
    void isTheEarlierOfTwoEqualStages() {
        Stage first = stage(1).slow(2, "500").build();
        Stage second = stage(2).slow(2, "500").build();

        assertThat(Bottleneck.find(List.of(first, second))).contains(new Bottleneck(first, List.of(Sign.STUCK)));
    }

    @Test
    void isTheStageForWhichMostSignsSpeak() {
        Stage rich = stage(1).slow(4, "90000").build();
        Stage crowded =
                stage(2).with(40, 10).lasting(9.0, 30, 5.0, 30).slow(1, "10").build();

        assertThat(Bottleneck.find(List.of(rich, crowded)))
                .contains(new Bottleneck(crowded, List.of(Sign.QUEUE, Sign.SLOWER)));
    }

    @Test
    void isOfStagesWithAsManySignsTheOneWithMostMoneyPastItsTime() {
        Stage crowded = stage(1).with(40, 10).slow(1, "10").build();
        Stage rich = stage(2).slow(4, "90000").build();

        assertThat(Bottleneck.find(List.of(crowded, rich))).contains(new Bottleneck(rich, List.of(Sign.STUCK)));
    }

    @Test
    void isOfOtherwiseEqualStagesTheOneThatGrewMost() {
        Stage grewByTen = stage(1).with(20, 10).build();
        Stage grewByThirty = stage(2).with(40, 10).build();

        assertThat(Bottleneck.find(List.of(grewByTen, grewByThirty)))
                .contains(new Bottleneck(grewByThirty, List.of(Sign.QUEUE)));
    }

    private static Builder stage(long id) {
        return new Builder(id);
    }

    /** A stage about which nothing is known but what is then said. */
    private static final class Builder {

        private final long id;
        private long arrivals;
        private long exits;
        private long exitsUnknown;
        private @Nullable Double median;
        private long stays;
        private @Nullable Double earlierMedian;
        private long earlierStays;
        private long slow;
        private BigDecimal slowValue = BigDecimal.ZERO;

        private Builder(long id) {
            this.id = id;
        }

        private Builder with(long in, long out) {
            arrivals = in;
            exits = out;
            return this;
        }

        private Builder leftUnknown(long deals) {
            exitsUnknown = deals;
            return this;
        }

        private Builder lasting(@Nullable Double now, long of, @Nullable Double before, long ofBefore) {
            median = now;
            stays = of;
            earlierMedian = before;
            earlierStays = ofBefore;
            return this;
        }

        private Builder slow(long deals, String value) {
            slow = deals;
            slowValue = new BigDecimal(value);
            return this;
        }

        private Stage build() {
            return new Stage(
                    id,
                    "Stage " + id,
                    count(arrivals),
                    count(exits),
                    exitsUnknown,
                    median,
                    stays,
                    earlierMedian,
                    earlierStays,
                    count(slow),
                    new MoneyTotal(new Money(slowValue, Currency.getInstance("USD")), List.of(), null),
                    count(slow));
        }

        private static DealCount count(long deals) {
            return new DealCount(deals, DealCriteria.NONE);
        }
    }
}
