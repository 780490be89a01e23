package app.tahap.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The days of which a report tells, from the first to the last, in the workspace's time zone. As instants it is half-open:
 * a day ends where the next one begins, be it 23, 24 or 25 hours long.
 *
 * @param end the first day that does not belong to it
 * @param length how far the period before lies back
 */
public record Period(LocalDate start, LocalDate end, java.time.Period length) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A period from " + start + " to before " + end + " has no day");
        }
    }

    static Period ofMonths(LocalDate start, int months) {
        return new Period(start, start.plusMonths(months), java.time.Period.ofMonths(months));
    }

    /** Between two dates, both of which belong to it. */
    static Period between(LocalDate first, LocalDate last) {
        int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
        return new Period(first, last.plusDays(1), java.time.Period.ofDays(days));
    }

    public LocalDate last() {
        return end.minusDays(1);
    }

    boolean isRunning(LocalDate today) {
        return !today.isBefore(start) && today.isBefore(end);
    }

    /** The last day of it that has begun; its first day where all of it is yet to come. */
    LocalDate lastUntil(LocalDate today) {
        return today.isBefore(start) ? start : today.isBefore(end) ? today : last();
    }

    /**
     * What it is compared with: the period before. While this one is running, only as many days of the earlier one as have
     * begun of this one; else the end of the earlier period would be held against the middle of this one.
     */
    Period earlier(LocalDate today) {
        LocalDate earlierStart = start.minus(length);
        if (!isRunning(today)) {
            return new Period(earlierStart, start, length);
        }
        LocalDate sameDay = earlierStart.plusDays(ChronoUnit.DAYS.between(start, today) + 1);
        return new Period(earlierStart, sameDay.isBefore(start) ? sameDay : start, length);
    }

    Instant from(ZoneId zone) {
        return start.atStartOfDay(zone).toInstant();
    }

    Instant until(ZoneId zone) {
        return end.atStartOfDay(zone).toInstant();
    }
}
