package app.tahap.field;

import app.tahap.field.FieldRules.Problem;
import app.tahap.field.FieldValue.Amount;
import app.tahap.field.FieldValue.Numeric;
import app.tahap.field.FieldValue.Several;
import app.tahap.field.FieldValue.Text;
import app.tahap.money.Amounts;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a field, in the habits of a language. */
final class FieldReader {

    private static final int MOST_DECIMALS = 6;

    private final Locale locale;

    FieldReader(Locale locale) {
        this.locale = locale;
    }

    /** A value, or none, or why what was typed is no value. */
    record Reading(@Nullable FieldValue value, @Nullable Problem problem) {

        static Reading of(@Nullable FieldValue value) {
            return new Reading(value, null);
        }

        static Reading refused(String messageKey) {
            return new Reading(null, new Problem(messageKey));
        }
    }

    Reading read(FieldInput input) {
        FieldType type = input.field().type();
        if (input.typed().isEmpty()) {
            return Reading.of(null);
        }
        String text = Objects.requireNonNull(input.value()).strip();
        Reading reading =
                switch (type) {
                    case TEXT -> Reading.of(new Text(text));
                    case NUMBER ->
                        Amounts.parse(text, locale)
                                .map(number -> Reading.of(new Numeric(number)))
                                .orElse(Reading.refused("field.number.invalid"));
                    case MONEY -> money(text, input);
                    case DATE -> date(text);
                    case CHOICE, USER ->
                        offers(input, text)
                                ? Reading.of(FieldValue.of(Long.parseLong(text)))
                                : Reading.refused("field.choice.invalid");
                    case CHOICES ->
                        input.typed().stream().allMatch(chosen -> offers(input, chosen))
                                ? Reading.of(new Several(input.typed().stream()
                                        .map(Long::valueOf)
                                        .toList()))
                                : Reading.refused("field.choice.invalid");
                };
        return reading.value() == null
                ? reading
                : Optional.ofNullable(FieldRules.problemOf(type, reading.value()))
                        .map(problem -> new Reading(null, problem))
                        .orElse(reading);
    }

    private Reading money(String text, FieldInput input) {
        String code = input.currency();
        if (input.currencies().stream().noneMatch(currency -> currency.value().equals(code))) {
            return Reading.refused("field.currency.invalid");
        }
        Currency currency = Currency.getInstance(code);
        return Amounts.parse(text, currency, locale)
                .map(amount -> Reading.of(new Amount(amount, currency.getCurrencyCode())))
                .orElse(Reading.refused("field.number.invalid"));
    }

    private static Reading date(String text) {
        try {
            return Reading.of(FieldValue.of(LocalDate.parse(text)));
        } catch (DateTimeParseException unreadable) {
            return Reading.refused("field.date.invalid");
        }
    }

    private static boolean offers(FieldInput input, String chosen) {
        return input.options().stream().anyMatch(option -> option.value().equals(chosen));
    }

    /** A value as it stands in a form, from which {@link #read} takes it again. */
    static List<String> written(FieldType type, @Nullable FieldValue value, Locale locale) {
        if (value == null) {
            return List.of();
        }
        return switch (type) {
            case TEXT, DATE -> List.of(((Text) value).text());
            case NUMBER -> List.of(number(locale).format(((Numeric) value).number()));
            case MONEY -> List.of(number(locale).format(((Amount) value).amount()));
            case CHOICE, CHOICES, USER ->
                value.ids().stream().map(String::valueOf).toList();
        };
    }

    private static NumberFormat number(Locale locale) {
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(MOST_DECIMALS);
        return number;
    }
}
