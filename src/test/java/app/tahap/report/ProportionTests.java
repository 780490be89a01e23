package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTests {

    /**
     * R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics
     * in Medicine 17 (1998), 857-872, table I, method 3.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void agreesWithPublishedIntervals(long hits, long of, double low, double high) {
        Proportion proportion = new Proportion(hits, of);

        assertThat(proportion.low()).isCloseTo(low, within(0.00005));
        assertThat(proportion.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void staysBetweenNothingAndEverything() {
        assertThat(new Proportion(0, 3).low()).isZero();
        assertThat(new Proportion(3, 3).high()).isEqualTo(1);
        assertThat(new Proportion(3, 3).low()).isBetween(0.4, 0.5);
    }

    @Test
    void knowsNothingOfNothing() {
        Proportion none = new Proportion(0, 0);

        assertThat(none.share()).isNull();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isEqualTo(1);
    }

    @Test
    void callsLessThanTwentyFew() {
        assertThat(new Proportion(10, 19).isFew()).isTrue();
        assertThat(new Proportion(10, 20).isFew()).isFalse();
    }

    @Test
    void refusesMoreHitsThanTries() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(4, 3));
    }
}
