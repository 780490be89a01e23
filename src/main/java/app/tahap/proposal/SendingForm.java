package app.tahap.proposal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a draft is sent.
 *
 * @param days for how many the link serves
 * @param revision of the draft that its author looked at
 * @param mail whether the link is mailed, to that address and below that text; otherwise its author copies it
 */
record SendingForm(
        @NotNull(message = "{proposal.days.invalid}") @Min(value = 1, message = "{proposal.days.invalid}") @Max(value = 3650, message = "{proposal.days.invalid}") @Nullable Integer days,

        @Nullable Integer revision,

        @Nullable Boolean mail,

        @Size(max = 254, message = "{proposal.mail.address.invalid}") @Nullable String address,

        @Size(max = 200, message = "{proposal.form.title.long}") @Nullable String subject,

        @Size(max = 5000, message = "{proposal.mail.text.long}") @Nullable String text) {

    boolean isMailed() {
        return Boolean.TRUE.equals(mail);
    }

    String recipient() {
        return Objects.requireNonNullElse(address, "").strip();
    }
}
