package app.tahap.deal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a deal ended, and why. */
record OutcomeForm(
        @NotNull Outcome outcome,
        @Nullable Long reasonId,
        @Nullable @Size(max = 2000) String note,
        int version,
        @Nullable UUID key) {}
