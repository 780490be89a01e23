package app.tahap.deal;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Until when a deal sleeps. */
record ParkingForm(
        @NotNull(message = "{deal.park.past}") @Nullable LocalDate until,

        @NotNull(message = "{web.value.invalid}") @Nullable Integer version,

        @Nullable UUID key) {}
