package app.tahap.deal;

import app.tahap.account.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done next about a deal.
 *
 * @param time null for any time of the day
 * @param when how it stands to now
 */
public record StepView(
        String subject, LocalDate due, @Nullable LocalTime time, Due when) {

    public boolean isOverdue() {
        return when == Due.OVERDUE;
    }

    /** From the columns of a deal; null where nothing is planned. */
    static @Nullable StepView of(ResultSet row, Viewer viewer, Clock clock) throws SQLException {
        @Nullable String subject = row.getString("next_step");
        if (subject == null) {
            return null;
        }
        LocalDate due = row.getObject("next_step_due", LocalDate.class);
        @Nullable LocalTime time = row.getObject("next_step_time", LocalTime.class);
        return new StepView(subject, due, time, Due.of(due, time, viewer, clock));
    }
}
