package app.tahap.negotiation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a proposal should be sent although it is beyond somebody's limit.
 *
 * @param offer the fingerprint of what the page showed
 */
record ApprovalForm(
        @NotBlank(message = "{negotiation.approval.reason.required}") @Size(max = 2_000, message = "{negotiation.approval.reason.long}") @Nullable String reason,

        @Nullable String offer,
        @Nullable UUID key) {

    String givenReason() {
        return Objects.requireNonNull(reason).strip();
    }
}
