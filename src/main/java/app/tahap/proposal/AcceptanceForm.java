package app.tahap.proposal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * How a customer accepts: by typing a name and ticking that it is meant. Checked by hand, since what is wrong must be told in
 * the proposal's language.
 */
record AcceptanceForm(@Nullable String name, @Nullable Boolean consent) {

    private static final int LONGEST = 200;

    void check(Errors errors) {
        if (name == null || name.isBlank()) {
            errors.rejectValue("name", "proposal.customer.name.required");
        } else if (name.strip().length() > LONGEST) {
            errors.rejectValue("name", "proposal.customer.name.long");
        }
        if (!Boolean.TRUE.equals(consent)) {
            errors.rejectValue("consent", "proposal.customer.consent.required");
        }
    }

    String typedName() {
        return Objects.requireNonNull(name).strip();
    }
}
