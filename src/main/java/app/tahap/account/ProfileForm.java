package app.tahap.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What users say about themselves. */
record ProfileForm(
        @NotBlank(message = "{account.user.name.required}") @Size(max = 100, message = "{account.text.long}") @Nullable String name,

        @NotNull(message = "{web.value.invalid}") @Pattern(regexp = Languages.PATTERN, message = "{web.value.invalid}") @Nullable String language,

        @NotNull(message = "{web.value.invalid}") @Nullable Theme theme,

        @Nullable Boolean celebrates,
        @Nullable Integer version) {

    static ProfileForm of(User user) {
        return new ProfileForm(
                user.getName(),
                user.getLanguage().getLanguage(),
                user.getTheme(),
                user.isCelebrating(),
                user.getVersion());
    }
}
