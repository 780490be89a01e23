package app.tahap.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done next about an open deal, as a row tells it.
 *
 * @param time null for any time of the day
 * @param kind of the activity; null where the row does not tell
 */
record PlannedStep(
        String subject,
        LocalDate due,
        @Nullable LocalTime time,
        @Nullable Long kind) {}
