package app.tahap.proposal;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** How a customer declines: with a reason, and a name if wished. */
record RefusalForm(@Nullable String by, @Nullable String reason) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2_000;

    void check(Errors errors) {
        if (by != null && by.strip().length() > LONGEST_NAME) {
            errors.rejectValue("by", "proposal.customer.name.long");
        }
        if (reason == null || reason.isBlank()) {
            errors.rejectValue("reason", "proposal.customer.reason.required");
        } else if (reason.strip().length() > LONGEST_REASON) {
            errors.rejectValue("reason", "proposal.customer.reason.long");
        }
    }

    @Nullable String typedName() {
        return by == null || by.isBlank() ? null : by.strip();
    }

    @Nullable String typedReason() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
