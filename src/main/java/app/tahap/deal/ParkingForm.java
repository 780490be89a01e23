package app.tahap.deal;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Until when a deal sleeps.
 *
 * @param time from today, instead of a date
 */
record ParkingForm(
        @Nullable LocalDate until,
        @Nullable ParkingTime time,

        @NotNull(message = "{web.value.invalid}") @Nullable Integer version,

        @Nullable UUID key) {

    @Nullable LocalDate until(LocalDate today) {
        return time == null ? until : time.from(today);
    }
}
