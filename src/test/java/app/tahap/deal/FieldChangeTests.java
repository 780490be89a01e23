package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldChangeTests {

    private static final DealFacts BEFORE =
            new DealFacts("Laptops", new BigDecimal("1000.0000"), "USD", LocalDate.of(2026, 5, 20), 1, 2L, null, null);

    @Test
    void findsNoneWhereAllIsAsBefore() {
        assertThat(FieldChange.between(BEFORE, BEFORE)).isEmpty();
    }

    @Test
    void takesAmountsThatDifferInZerosForTheSame() {
        assertThat(FieldChange.between(BEFORE, withAmount(new BigDecimal("1E+3"))))
                .isEmpty();
    }

    @Test
    void tellsAnUnknownAmountFromZero() {
        assertThat(FieldChange.between(withAmount(null), withAmount(BigDecimal.ZERO)))
                .containsExactly(new FieldChange("amount", null, "0"));
        assertThat(FieldChange.between(BEFORE, withAmount(null)))
                .containsExactly(new FieldChange("amount", "1000", null));
    }

    @Test
    void keepsReferencesAsIdsAndDatesAsIsoDates() {
        DealFacts after = new DealFacts("Tablets", BEFORE.amount(), "EUR", null, 7, null, 8L, 9L);

        assertThat(FieldChange.between(BEFORE, after))
                .containsExactly(
                        new FieldChange("title", "Laptops", "Tablets"),
                        new FieldChange("currency", "USD", "EUR"),
                        new FieldChange("expectedClose", "2026-05-20", null),
                        new FieldChange("owner", "1", "7"),
                        new FieldChange("organization", "2", null),
                        new FieldChange("person", null, "8"),
                        new FieldChange("source", null, "9"));
    }

    private static DealFacts withAmount(@Nullable BigDecimal amount) {
        return new DealFacts("Laptops", amount, "USD", BEFORE.expectedClose(), 1, 2L, null, null);
    }
}
