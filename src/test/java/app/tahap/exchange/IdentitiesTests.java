package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.deal.Outcome;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.field.FieldValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentitiesTests {

    private final Columns columns = new Columns(
            Map.of(DealField.ID, 0, DealField.TITLE, 1, DealField.ORGANIZATION, 2, DealField.AMOUNT, 3),
            1,
            "USD",
            false,
            "");
    private final Identities identities = new Identities(columns);

    @Test
    void refusesTheSecondRowWithAnId() {
        assertThat(identities.identify(good(2, "7", "A")).problems()).isEmpty();
        assertThat(identities.identify(good(3, "7", "B")).problems()).containsExactly(Problem.of("duplicate", "7", 2));
    }

    @Test
    void letsAGoodRowHaveTheIdOfARefusedOne() {
        identities.identify(refused(2, "7", "A"));

        assertThat(identities.identify(good(3, "7", "A")).problems()).isEmpty();
    }

    @Test
    void findsARowWithoutIdAgainAlthoughItsAmountChanged() {
        String before =
                identities.identify(good(2, "", "Laptops", "Acme", "100")).externalId();
        String after = new Identities(columns)
                .identify(good(9, "", "LAPTOPS", "Acme", "250"))
                .externalId();

        assertThat(after).isEqualTo(before).startsWith("row:");
    }

    @Test
    void numbersRowsThatAgreeInEverything() {
        String first =
                identities.identify(good(2, "", "Laptops", "Acme", "100")).externalId();
        String second =
                identities.identify(good(3, "", "Laptops", "Acme", "100")).externalId();

        assertThat(second).isNotEqualTo(first).startsWith(first.substring(0, first.length() - 1));
    }

    /** Mended and imported alone, it must not pass for the row that was imported beside it. */
    @Test
    void countsRefusedRowsTooWhenNumbering() {
        String refused = identities.identify(refused(2, "", "Laptops")).externalId();
        String good = identities.identify(good(3, "", "Laptops")).externalId();
        String mended = new Identities(columns).identify(good(2, "", "Laptops")).externalId();

        assertThat(mended).isEqualTo(refused).isNotEqualTo(good);
    }

    private static ReadRow good(int number, String... cells) {
        return row(
                number,
                new DealDraft(
                        "A",
                        null,
                        "USD",
                        null,
                        "1",
                        "",
                        "",
                        "",
                        "",
                        Set.of(),
                        "",
                        null,
                        1,
                        true,
                        null,
                        null,
                        Outcome.OPEN,
                        null,
                        FieldValues.NONE,
                        Map.of(),
                        null),
                List.of(),
                cells);
    }

    private static ReadRow refused(int number, String... cells) {
        return row(number, null, List.of(Problem.of("title")), cells);
    }

    private static ReadRow row(int number, @Nullable DealDraft draft, List<Problem> problems, String... cells) {
        return new ReadRow(new CsvRow(number, Arrays.asList(cells)), cells[0], draft, problems, List.of());
    }
}
