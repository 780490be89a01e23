package app.tahap.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says about a user.
 *
 * @param email may be empty for somebody whose address nobody has told yet
 */
record UserForm(
        @NotBlank(message = "{account.user.name.required}") @Size(max = 100, message = "{account.text.long}") @Nullable String name,

        @Email(regexp = ".{0,254}", message = "{account.email.invalid}") @Nullable String email,

        @NotNull(message = "{account.user.role.required}") @Nullable Role role,

        @Nullable Long team,

        @NotNull(message = "{web.value.invalid}") @Pattern(regexp = Languages.PATTERN, message = "{web.value.invalid}") @Nullable String language,

        @Nullable Integer version) {

    UserForm {
        email = email == null ? null : email.strip(); // an address is often pasted with a blank
    }

    static UserForm of(User user) {
        return new UserForm(
                user.getName(),
                user.getEmail(),
                user.getRole(),
                user.getTeamId(),
                user.getLanguage().getLanguage(),
                user.getVersion());
    }
}
