package app.tahap.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an administrator says about a kind of activity. */
record ActivityKindForm(
        @NotBlank(message = "{activity.kind.required}") @Size(max = 60, message = "{activity.kind.long}") @Nullable String label,

        @NotNull(message = "{web.value.invalid}") @Nullable KindMark mark,
        @Nullable Boolean contact,
        @Nullable Integer version) {

    static ActivityKindForm of(ActivityKind kind) {
        return new ActivityKindForm(kind.label(), kind.mark(), kind.contact(), kind.version());
    }

    static ActivityKindForm empty() {
        return new ActivityKindForm(null, KindMark.FLAG, false, null);
    }

    String name() {
        return Objects.requireNonNull(label).strip();
    }

    boolean isContact() {
        return Boolean.TRUE.equals(contact);
    }
}
