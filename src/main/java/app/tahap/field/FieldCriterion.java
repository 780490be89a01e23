package app.tahap.field;

import app.tahap.account.Viewer;
import app.tahap.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of one of the administrator's fields. Its key is the id of the field with what is asked, as in the
 * parameter {@code fields[5.min]=1000}, which binds to a component {@code Map<String, String> fields}:
 *
 * <ul>
 *   <li>{@code min} and {@code max}: a number, or an amount in its own currency, as people write it
 *   <li>{@code from} and {@code to}: a date
 *   <li>{@code text}: somewhere in a text
 *   <li>{@code any}: one of these choices, or users, by their ids
 * </ul>
 *
 * @param asked as typed; never blank
 */
public record FieldCriterion(long field, Kind kind, String asked) {

    public static final String PARAMETER = "fields[";

    private static final Pattern KEY = Pattern.compile("(\\d{1,18})\\.(min|max|from|to|text|any)");
    private static final Pattern IDS = Pattern.compile("\\d{1,18}(,\\d{1,18}){0,199}");

    public enum Kind {
        MIN,
        MAX,
        FROM,
        TO,
        TEXT,
        ANY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is asked, by field; keys that say nothing are left out. */
    public static List<FieldCriterion> of(@Nullable Map<String, String> parameters) {
        return parameters == null
                ? List.of()
                : parameters.entrySet().stream()
                        .flatMap(entry -> of(entry).stream())
                        .sorted((a, b) ->
                                a.field == b.field ? a.kind.compareTo(b.kind) : Long.compare(a.field, b.field))
                        .toList();
    }

    private static Optional<FieldCriterion> of(Map.Entry<String, String> entry) {
        Matcher key = KEY.matcher(entry.getKey());
        String asked = entry.getValue();
        return !key.matches() || asked == null || asked.isBlank()
                ? Optional.empty()
                : Optional.of(new FieldCriterion(
                        Long.parseLong(key.group(1)),
                        Kind.valueOf(key.group(2).toUpperCase(Locale.ROOT)),
                        asked.strip()));
    }

    /** By what it is asked in an address. */
    public String parameter() {
        return parameter(field, kind);
    }

    static String parameter(long field, Kind kind) {
        return PARAMETER + field + "." + kind.word() + "]";
    }

    /** Whether it can be understood; nothing matches what cannot. */
    boolean isReadable(Viewer viewer) {
        return switch (kind) {
            case MIN, MAX -> number(viewer).isPresent();
            case FROM, TO -> date().isPresent();
            case TEXT -> true;
            case ANY -> IDS.matcher(asked).matches();
        };
    }

    Optional<BigDecimal> number(Viewer viewer) {
        return Amounts.parse(asked, viewer.baseCurrency(), viewer.locale());
    }

    Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(asked)).filter(date -> date.getYear() >= 0 && date.getYear() <= 9999);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** The ids that are asked for, as of a form that sends each by itself or all together. */
    List<Long> ids() {
        return IDS.matcher(asked).matches()
                ? Arrays.stream(asked.split(",")).map(Long::valueOf).toList()
                : List.of();
    }
}
