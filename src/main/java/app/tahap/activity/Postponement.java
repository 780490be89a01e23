package app.tahap.activity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** To when an activity is put off with one click. */
enum Postponement {
    TODAY,
    TOMORROW,
    /** The next Monday. */
    NEXT_WEEK;

    LocalDate from(LocalDate today) {
        return switch (this) {
            case TODAY -> today;
            case TOMORROW -> today.plusDays(1);
            case NEXT_WEEK -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        };
    }
}
