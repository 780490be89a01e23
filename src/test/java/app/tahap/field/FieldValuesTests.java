package app.tahap.field;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.field.FieldValue.Amount;
import app.tahap.field.FieldValue.Numeric;
import app.tahap.field.FieldValue.Several;
import app.tahap.field.FieldValue.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldValuesTests {

    @Test
    void readsWhatItWrote() {
        FieldValues values = FieldValues.NONE
                .with(1, new Text("a \"b\" <script>\n"))
                .with(2, new Numeric(new BigDecimal("123456789012345.123456")))
                .with(3, new Amount(new BigDecimal("0.05"), "EUR"))
                .with(4, FieldValue.of(LocalDate.of(2026, 5, 1)))
                .with(5, FieldValue.of(7))
                .with(6, new Several(List.of(9L, 8L, 9L)));

        FieldValues read = FieldValues.ofJson(values.toJson());

        assertThat(read).isEqualTo(values);
        assertThat(read.get(6)).isEqualTo(new Several(List.of(8L, 9L)));
        assertThat(values.toJson()).contains("\"2\":123456789012345.123456", "\"6\":[8,9]");
    }

    @Test
    void takesTenAndTenPointZeroForTheSameValue() {
        FieldValues ten = FieldValues.ofJson("{\"1\": 10, \"2\": {\"amount\": 1E+2, \"currency\": \"USD\"}}");
        FieldValues exactTen = FieldValues.ofJson("{\"1\": 10.00, \"2\": {\"amount\": 100.0, \"currency\": \"USD\"}}");

        assertThat(ten.changedFrom(exactTen)).isEmpty();
        assertThat(ten.toJson()).isEqualTo(exactTen.toJson()).contains("\"1\":10,", "100");
    }

    @Test
    void fillsWhatIsEmptyFromAnother() {
        FieldValues own = FieldValues.NONE.with(1, new Text("a")).with(2, new Text("b"));
        FieldValues other = FieldValues.NONE.with(2, new Text("x")).with(3, new Text("y"));

        assertThat(own.filledFrom(other)).isEqualTo(own.with(3, new Text("y")));
        assertThat(FieldValues.NONE.filledFrom(other)).isEqualTo(other);
    }

    @Test
    void tellsWhatChanged() {
        FieldValues before = FieldValues.NONE.with(1, new Text("a")).with(2, new Text("b"));

        assertThat(before.with(1, null).with(3, new Text("c")).changedFrom(before))
                .containsExactly(1L, 3L);
        assertThat(before.has(1)).isTrue();
        assertThat(before.has(3)).isFalse();
        assertThat(FieldValues.ofJson(null)).isEqualTo(FieldValues.NONE);
    }
}
