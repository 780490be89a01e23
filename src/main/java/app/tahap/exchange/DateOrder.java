package app.tahap.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which order a file writes day, month and year. A year of four digits in front and the name of a month, English or
 * Indonesian, are understood in every order.
 */
enum DateOrder {
    DMY,
    MDY,
    YMD;

    /** Characters. No date is longer, and looking for one takes time that grows by the square of the length. */
    private static final int LONGEST = 100;

    private static final Pattern DATE_AND_TIME = Pattern.compile("(.+?)(?:[T,\\s]+(\\d{1,2}[:.]\\d{2}(?:\\D.*)?))?");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?\\s*([AP]\\.?M\\.?)?\\s*(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern BETWEEN = Pattern.compile("[-/.,\\s]+");
    private static final Pattern DAY_OR_MONTH = Pattern.compile("\\d{1,2}");
    private static final Pattern YEAR = Pattern.compile("\\d{2}|\\d{4}");

    private static final Map<String, String> MONTHS = Map.ofEntries(
            Map.entry("jan", "1"),
            Map.entry("feb", "2"),
            Map.entry("mar", "3"),
            Map.entry("apr", "4"),
            Map.entry("may", "5"),
            Map.entry("mei", "5"),
            Map.entry("jun", "6"),
            Map.entry("jul", "7"),
            Map.entry("aug", "8"),
            Map.entry("agu", "8"),
            Map.entry("sep", "9"),
            Map.entry("oct", "10"),
            Map.entry("okt", "10"),
            Map.entry("nov", "11"),
            Map.entry("dec", "12"),
            Map.entry("des", "12"));

    /**
     * The moment that a text means; empty where it is no date in this order.
     *
     * @param zone in which a time without an offset is meant, and a date without a time begins
     */
    Optional<Moment> parse(String text, ZoneId zone) {
        Matcher parts = DATE_AND_TIME.matcher(text.strip());
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        try {
            return date(parts.group(1)).flatMap(date -> moment(date, parts.group(2), zone));
        } catch (DateTimeException impossible) { // such as 31 February or 25:00
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date(String text) {
        Parts parts = parts(text);
        if (parts == null
                || !YEAR.matcher(parts.year).matches()
                || !DAY_OR_MONTH.matcher(parts.month).matches()
                || !DAY_OR_MONTH.matcher(parts.day).matches()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year(parts.year), Integer.parseInt(parts.month), Integer.parseInt(parts.day)));
    }

    private @Nullable Parts parts(String text) {
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return new Parts(compact.group(1), compact.group(2), compact.group(3));
        }
        List<String> three = List.of(BETWEEN.split(text, -1));
        if (three.size() != 3) {
            return null;
        }
        String named = month(three.get(1));
        if (named != null) {
            boolean yearFirst = three.get(0).length() == 4;
            return new Parts(three.get(yearFirst ? 0 : 2), named, three.get(yearFirst ? 2 : 0));
        }
        named = month(three.get(0));
        if (named != null) {
            return new Parts(three.get(2), named, three.get(1));
        }
        return switch (three.get(0).length() == 4 ? YMD : this) {
            case DMY -> new Parts(three.get(2), three.get(1), three.get(0));
            case MDY -> new Parts(three.get(2), three.get(0), three.get(1));
            case YMD -> new Parts(three.get(0), three.get(1), three.get(2));
        };
    }

    private static @Nullable String month(String name) {
        return name.length() < 3 ? null : MONTHS.get(name.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    /** A year of two digits is within fifty years of 2020. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year + (year < 70 ? 2000 : 1900);
    }

    private static Optional<Moment> moment(LocalDate date, @Nullable String time, ZoneId zone) {
        if (time == null) {
            return Optional.of(new Moment(date, date.atStartOfDay(zone).toInstant()));
        }
        Matcher clock = TIME.matcher(time);
        if (!clock.matches()) {
            return Optional.empty();
        }
        ZoneId meant = clock.group(5) == null ? zone : ZoneId.of(clock.group(5).toUpperCase(Locale.ROOT));
        ZonedDateTime at = date.atTime(LocalTime.of(hour(clock), Integer.parseInt(clock.group(2)), second(clock)))
                .atZone(meant);
        return Optional.of(new Moment(LocalDate.ofInstant(at.toInstant(), zone), at.toInstant()));
    }

    private static int hour(Matcher clock) {
        int hour = Integer.parseInt(clock.group(1));
        if (clock.group(4) == null) {
            return hour;
        }
        return hour % 12 + (clock.group(4).toUpperCase(Locale.ROOT).startsWith("P") ? 12 : 0);
    }

    private static int second(Matcher clock) {
        return clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
    }

    private record Parts(String year, String month, String day) {}
}
