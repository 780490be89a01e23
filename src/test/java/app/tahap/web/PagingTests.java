package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTests {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "4, 3", "0, 1", "-7, 1", "2147483647, 3", "-2147483648, 1"})
    void takesTheNearestPageThereIs(int wanted, int taken) {
        assertThat(Paging.of(wanted, 50, 101).number()).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "50, 1", "51, 2", "100000, 2000", "5000000000, 100000000"})
    void countsPages(long total, int pages) {
        assertThat(Paging.of(1, 50, total).pages()).isEqualTo(pages);
    }

    @Test
    void skipsTheRowsOfThePagesBefore() {
        assertThat(Paging.of(1, 50, 101).offset()).isZero();
        assertThat(Paging.of(3, 50, 101).offset()).isEqualTo(100);
        assertThat(Paging.of(100_000_000, 50, 5_000_000_000L).offset()).isEqualTo(4_999_999_950L);
    }

    @Test
    void leadsNowhereBeyondTheFirstAndLastPage() {
        assertThat(Paging.of(1, 50, 101).hasPrevious()).isFalse();
        assertThat(Paging.of(2, 50, 101).hasPrevious()).isTrue();
        assertThat(Paging.of(2, 50, 101).hasNext()).isTrue();
        assertThat(Paging.of(3, 50, 101).hasNext()).isFalse();
        assertThat(Paging.of(1, 50, 0).hasNext()).isFalse();
    }
}
