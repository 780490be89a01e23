package app.tahap.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody's day.
 *
 * @param hidden how many planned activities of this person are about deals that the viewer may not see
 */
record DayView(
        LocalDate today,
        Part<ActivityRow> overdue,
        Part<ActivityRow> dueToday,
        Part<ActivityRow> upcoming,
        Part<DayDeal> stepless,
        Part<DayDeal> rotting,
        int hidden) {

    /** The first rows of what may be more. */
    record Part<T>(List<T> rows, int count) {

        public boolean isCut() {
            return rows.size() < count;
        }
    }

    public boolean isEmpty() {
        return Stream.of(overdue, dueToday, upcoming, stepless, rotting).allMatch(part -> part.count() == 0);
    }
}
