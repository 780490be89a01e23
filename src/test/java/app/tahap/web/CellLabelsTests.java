package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellLabelsTests {

    private static final Set<String> KNOWN = Set.of("Price", "Fit", "Fit, and price", "Ask; then call", "Ask", "Done;");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Price|Price|",
                "Price; Fit|Price|Fit",
                "Price, Fit|Price|Fit",
                "Price ,Fit; |Price|Fit",
                "Ask; then call; Fit|Ask; then call|Fit",
                "Fit; Ask; then call|Fit|Ask; then call",
                "Ask; Fit; Ask|Ask|Fit",
                "Fit, and price, Fit|Fit, and price|Fit",
                "Done;; Price|Done;|Price",
                "New, Fit; other|New, Fit|other",
                "New, other|New|other",
            })
    void readsWhatIsKnownAndPartsTheRest(String cell, String first, String second) {
        assertThat(CellLabels.split(cell, KNOWN::contains))
                .containsExactlyElementsOf(second == null ? List.of(first) : List.of(first, second));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Ask; then call|Fit, and price", "Done;|Ask", "Price|Ask; then call"})
    void readsWhatItWrote(String first, String second) {
        String cell = CellLabels.join(Stream.of(first, second));

        assertThat(CellLabels.split(cell, KNOWN::contains)).containsExactly(first, second);
    }
}
