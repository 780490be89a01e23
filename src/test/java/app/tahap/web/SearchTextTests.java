package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTests {

    @Test
    void comparesWithoutCapitalsAndBlanksAround() {
        assertThat(SearchText.plain("  PT Maju ")).isEqualTo("pt maju");
        assertThat(SearchText.plain(null)).isEmpty();
    }

    @Test
    void findsSignsOfThePatternAsTheyAre() {
        assertThat(SearchText.anywhere("100% a_b\\c")).isEqualTo("%100\\% a\\_b\\\\c%");
        assertThat(SearchText.anywhere(" ")).isEqualTo("%%");
    }
}
