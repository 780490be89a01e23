package app.tahap.closing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** How many signals make a deal ready to close. */
record ReadyForm(
        @NotNull(message = "{closing.rule.invalid}") @Pattern(regexp = "[1-9]|1\\d|20", message = "{closing.rule.invalid}") @Nullable String readyAt,

        @Nullable Integer version) {}
