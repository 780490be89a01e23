package app.tahap.proposal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Margins as whom they concern reads them; made for nobody else.
 *
 * @param lines by the key of the line
 * @param total of the lines that are not optional
 */
record MarginView(Map<String, Shown> lines, Shown total) {

    /**
     * One margin.
     *
     * @param amount null where it is not known
     * @param share null where there is none to tell
     * @param partial whether some of what is sold is not in it, since its cost is not known
     */
    record Shown(@Nullable String amount, @Nullable BigDecimal share, boolean partial) {

        static Shown of(Margin margin, AmountFormat format) {
            BigDecimal amount = margin.amount();
            return new Shown(amount == null ? null : format.money(amount), margin.share(), margin.isPartial());
        }
    }

    static MarginView of(Map<String, LineItem> lines, Totals totals, Currency currency, Locale locale) {
        Map<String, Margin> margins = new LinkedHashMap<>();
        lines.forEach((key, line) -> margins.put(key, Margin.of(line)));
        Margin total = Margin.of(totals);
        AmountFormat format = new AmountFormat(locale, currency, amounts(margins.values(), total));
        Map<String, Shown> shown = new LinkedHashMap<>();
        margins.forEach((key, margin) -> shown.put(key, Shown.of(margin, format)));
        return new MarginView(shown, Shown.of(total, format));
    }

    /** Of a version as it is stored; its lines are counted from 1. */
    static MarginView of(VersionView version, Locale locale) {
        Map<String, LineItem> lines = new LinkedHashMap<>();
        version.lines().forEach(line -> lines.put(String.valueOf(lines.size() + 1), line));
        return of(lines, version.totals(), version.head().money(), locale);
    }

    private static List<BigDecimal> amounts(Collection<Margin> margins, Margin total) {
        return Stream.concat(margins.stream(), Stream.of(total))
                .map(Margin::amount)
                .filter(Objects::nonNull)
                .map(amount -> Objects.requireNonNull(amount))
                .toList();
    }
}
