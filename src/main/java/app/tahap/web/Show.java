package app.tahap.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How values are written in a language; in templates {@code ${#show.date(...)}}. Null is shown as nothing. Dates name the
 * month and times have 24 hours, in English as well, so that readers of every country read the same.
 */
public final class Show {

    private final Locale locale;

    public Show(Locale locale) {
        this.locale = locale;
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofPattern("d MMM uuuu", locale).format(date);
    }

    /** The date on which an instant fell in a time zone. */
    public String date(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : date(LocalDate.ofInstant(instant, zone));
    }

    /** The date as year-month-day, for machines. */
    public static String isoDate(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : LocalDate.ofInstant(instant, zone).toString();
    }

    public String dateTime(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : date(instant, zone) + ", " + time(instant, zone);
    }

    /** The time of day of an instant in a time zone. */
    public String time(Instant instant, ZoneId zone) {
        String pattern = locale.getLanguage().equals("id") ? "HH.mm" : "HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
    }

    /** A time of day that belongs to no date. */
    public String time(@Nullable LocalTime time) {
        String pattern = locale.getLanguage().equals("id") ? "HH.mm" : "HH:mm";
        return time == null ? "" : DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }

    /** The date without its year, for where that is understood. */
    public String day(@Nullable LocalDate date) {
        return date == null ? "" : DateTimeFormatter.ofPattern("d MMM", locale).format(date);
    }

    /** The date without its year, with its weekday. */
    public String weekday(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofPattern("EEEE, d MMMM", locale).format(date);
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL yyyy", locale).format(month);
    }

    public String number(@Nullable Number number) {
        return number == null ? "" : NumberFormat.getNumberInstance(locale).format(number);
    }

    /** A number with all its decimals, for where rounding would mislead. */
    public String exact(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** A share between 0 and 1 as a percentage with at most one decimal. */
    public String percent(@Nullable Number share) {
        if (share == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** Text in Markdown as HTML, for {@code th:utext}; its highest headings are of the given level. */
    public String markdown(@Nullable String text, int topLevel) {
        return Markdown.toHtml(text, topLevel);
    }

    /** Days, or another measure: with one decimal below ten, where it tells something. */
    public String measure(@Nullable Number measure) {
        if (measure == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.abs(measure.doubleValue()) < 10 ? 1 : 0);
        return format.format(measure);
    }
}
