package app.tahap.negotiation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How somebody decides about a request, and why. */
record DecisionForm(
        @NotNull(message = "{negotiation.decision.required}") @Nullable Boolean approved,

        @NotBlank(message = "{negotiation.decision.reason.required}") @Size(max = 2_000, message = "{negotiation.approval.reason.long}") @Nullable String reason) {

    String givenReason() {
        return Objects.requireNonNull(reason).strip();
    }

    ApprovalOutcome outcome() {
        return Objects.requireNonNull(approved) ? ApprovalOutcome.APPROVED : ApprovalOutcome.REFUSED;
    }
}
