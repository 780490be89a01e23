package app.tahap.field;

import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A value of a field, as it is kept. What it means is told by the field's {@link FieldType}. */
public sealed interface FieldValue {

    /** A text, or a date as year-month-day. */
    record Text(String text) implements FieldValue {

        /** The date that the value of a {@link FieldType#DATE} is. */
        public LocalDate date() {
            return LocalDate.parse(text);
        }
    }

    /** A number, or the id of a choice or of a user. */
    record Numeric(BigDecimal number) implements FieldValue {

        public Numeric {
            number = shortest(number);
        }
    }

    /** An amount in a currency, told by its ISO code. */
    record Amount(BigDecimal amount, String currency) implements FieldValue {

        public Amount {
            amount = shortest(amount);
        }

        public Money money() {
            return new Money(amount, currency);
        }
    }

    /** The ids of choices, in ascending order. */
    record Several(List<Long> ids) implements FieldValue {

        public Several {
            ids = ids.stream().distinct().sorted().toList();
        }
    }

    static FieldValue of(LocalDate date) {
        return new Text(date.toString());
    }

    /** The id of a choice or of a user as a value. */
    static FieldValue of(long id) {
        return new Numeric(BigDecimal.valueOf(id));
    }

    /** The ids of the choices, or of the user, that the value is; empty for anything else. */
    default List<Long> ids() {
        return this instanceof Numeric numeric && numeric.number().scale() == 0
                ? List.of(numeric.number().longValue())
                : List.of();
    }

    /** The value as JSON, from which {@link #ofJson} makes it again. */
    default String toJson() {
        return FieldJson.write(this);
    }

    static FieldValue ofJson(String json) {
        return FieldJson.value(json);
    }

    /** 10 and 10.00 are the same value. */
    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
