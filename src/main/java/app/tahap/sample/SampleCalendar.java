package app.tahap.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When the sample company works: on weekdays from eight to five, with a calm December and a busy autumn. */
record SampleCalendar(ZoneId zone, Instant start, Instant now) {

    private static final double[] BUSY = {0.9, 1.0, 1.15, 0.75, 1.0, 1.1, 0.95, 1.0, 1.15, 1.2, 1.2, 0.7};
    private static final int OPENS = 8;
    private static final int HOURS = 9;

    static SampleCalendar endingNow(ZoneId zone, Instant now) {
        return new SampleCalendar(zone, now.atZone(zone).minusYears(1).toInstant(), now);
    }

    /** Moments at which deals appear, in their order: more of them in busy months, and a little more every month. */
    List<Instant> arrivals(int count, Random random) {
        List<LocalDate> days = day(start)
                .datesUntil(day(now))
                .filter(SampleCalendar::isWorkday)
                .toList();
        double[] upTo = new double[days.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += BUSY[days.get(i).getMonthValue() - 1] * (0.9 + 0.2 * i / upTo.length);
            upTo[i] = sum;
        }
        List<Instant> arrivals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arrivals.add(someTime(days.get(place(upTo, random.nextDouble() * sum)), random));
        }
        arrivals.removeIf(arrival -> arrival.isBefore(start));
        arrivals.sort(null);
        return arrivals;
    }

    /** A moment some days later, within working hours; it may lie in the future. */
    Instant later(Instant at, double days, Random random) {
        LocalDate day = day(at.plus(Duration.ofMinutes(Math.round(days * 24 * 60))));
        while (!isWorkday(day)) {
            day = day.plusDays(1);
        }
        Instant later = someTime(day, random);
        return later.isAfter(at) ? later : at.plus(Duration.ofMinutes(5 + random.nextInt(90)));
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    boolean isPast(Instant at) {
        return !at.isAfter(now);
    }

    private Instant someTime(LocalDate day, Random random) {
        ZonedDateTime opening = day.atTime(OPENS, 0).atZone(zone);
        return opening.plusSeconds(random.nextInt(HOURS * 60 * 60)).toInstant();
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static int place(double[] upTo, double value) {
        int i = 0;
        while (i < upTo.length - 1 && upTo[i] < value) {
            i++;
        }
        return i;
    }
}
