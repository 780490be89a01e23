package app.tahap.exchange;

import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.field.CellText;
import app.tahap.money.Currencies;
import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads cells as their file writes them. */
record FileText(Currency currency, DateOrder dates, DecimalSign decimals, ZoneId zone) implements CellText {

    /** As programs write, in dollars. */
    static final FileText PLAIN =
            new FileText(Currency.getInstance("USD"), DateOrder.YMD, DecimalSign.POINT, ZoneId.of("UTC"));

    private static final Pattern CODE = Pattern.compile("(?:([A-Za-z]{3})\\s*)?(.*?)(?:\\s*([A-Za-z]{3}))?");
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    static FileText of(Columns columns, FileFormat format, ZoneId zone) {
        return new FileText(Currency.getInstance(columns.currency()), format.dates(), format.decimals(), zone);
    }

    @Override
    public Optional<BigDecimal> number(String cell) {
        return decimals.parse(cell);
    }

    @Override
    public Optional<LocalDate> date(String cell) {
        return moment(cell).map(Moment::date);
    }

    /** When something happened; a date without a time is its beginning. */
    Optional<Moment> moment(String cell) {
        return dates.parse(cell, zone)
                .filter(moment -> moment.date().getYear() >= EARLIEST_YEAR
                        && moment.date().getYear() <= LATEST_YEAR);
    }

    @Override
    public Optional<Money> money(String cell) {
        Matcher parts = CODE.matcher(cell);
        Optional<Currency> told = parts.matches()
                ? Stream.of(parts.group(1), parts.group(3))
                        .flatMap(code -> code == null ? Stream.empty() : AmountReader.currency(code).stream())
                        .findFirst()
                : Optional.empty();
        Currency in = told.orElse(currency);
        return decimals.parse(Currencies.withoutMark(cell, in, Locale.ROOT)).map(amount -> new Money(amount, in));
    }
}
