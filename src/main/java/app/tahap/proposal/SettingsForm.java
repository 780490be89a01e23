package app.tahap.proposal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How proposals look and reckon, as it is filled in. */
record SettingsForm(
        @NotNull(message = "{web.value.invalid}") @Nullable Rounding rounding,

        @NotNull(message = "{proposal.days.invalid}") @Min(value = 1, message = "{proposal.days.invalid}") @Max(value = 3650, message = "{proposal.days.invalid}") @Nullable Integer validDays,

        @NotNull(message = "{proposal.days.invalid}") @Min(value = 1, message = "{proposal.days.invalid}") @Max(value = 3650, message = "{proposal.days.invalid}") @Nullable Integer linkDays,

        @NotNull(message = "{proposal.settings.accent.invalid}") @Pattern(regexp = "\\s*#[0-9A-Fa-f]{6}\\s*", message = "{proposal.settings.accent.invalid}") @Nullable String accent,

        @Size(max = 500, message = "{proposal.form.recipient.long}") @Nullable String sender,

        @Size(max = 300, message = "{proposal.settings.footer.long}") @Nullable String footer,

        @Nullable Integer version) {

    static SettingsForm of(ProposalSettings settings) {
        return new SettingsForm(
                settings.rounding(),
                settings.validDays(),
                settings.linkDays(),
                settings.accent(),
                settings.sender(),
                settings.footer(),
                settings.version());
    }

    String colour() {
        return Objects.requireNonNull(accent).strip().toLowerCase(Locale.ROOT);
    }

    ProposalSettings settings() {
        return new ProposalSettings(
                Objects.requireNonNull(rounding),
                Objects.requireNonNull(validDays),
                Objects.requireNonNull(linkDays),
                colour(),
                text(sender),
                text(footer),
                false,
                0);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
