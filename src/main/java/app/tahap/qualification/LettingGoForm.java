package app.tahap.qualification;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a deal that may not be worth its work any more.
 *
 * @param reasonId of the reasons for disqualifying or for losing, which says which of the two it is
 * @param version of the deal that was shown
 */
record LettingGoForm(
        @NotNull(message = "{web.value.invalid}") @Nullable Verdict verdict,
        @Nullable Long reasonId,

        @NotNull(message = "{web.value.invalid}") @Nullable Integer version,

        @Nullable UUID key) {

    enum Verdict {
        /** Disqualify or lose it. */
        CLOSE,
        /** Let it sleep for a month. */
        PARK,
        /** Do not say so again for a while. */
        KEEP
    }
}
