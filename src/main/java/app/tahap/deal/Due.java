package app.tahap.deal;

import app.tahap.account.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** How a due date stands to now, by the workspace's calendar and clock: what has no time is due until the day ends. */
public enum Due {
    OVERDUE,
    TODAY,
    TOMORROW,
    LATER;

    public static Due of(LocalDate day, @Nullable LocalTime time, Viewer viewer, Clock clock) {
        LocalDate today = viewer.today(clock);
        LocalTime now = LocalTime.ofInstant(clock.instant(), viewer.zone());
        if (day.isBefore(today) || (day.equals(today) && time != null && time.isBefore(now))) {
            return OVERDUE;
        }
        if (day.equals(today)) {
            return TODAY;
        }
        return day.equals(today.plusDays(1)) ? TOMORROW : LATER;
    }
}
