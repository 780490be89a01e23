package app.tahap.closing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something to be done once a deal is won. */
record HandoverForm(
        @NotBlank(message = "{closing.handover.text.required}") @Size(max = 200, message = "{closing.handover.text.long}") @Nullable String text,

        @NotNull(message = "{closing.handover.days.invalid}") @Pattern(regexp = "\\d{1,2}|[12]\\d\\d|3[0-5]\\d|36[0-5]", message = "{closing.handover.days.invalid}") @Nullable String days,

        @Nullable Long assignee,
        @Nullable Integer version) {

    static HandoverForm blank() {
        return new HandoverForm(null, "1", null, 0);
    }

    static HandoverForm of(HandoverItem item) {
        return new HandoverForm(item.text(), Integer.toString(item.days()), item.assigneeId(), item.version());
    }

    String told() {
        return Objects.requireNonNull(text).strip();
    }

    int number() {
        return Integer.parseInt(Objects.requireNonNull(days));
    }
}
