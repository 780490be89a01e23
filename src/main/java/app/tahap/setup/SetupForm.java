package app.tahap.setup;

import app.tahap.account.NewPassword;
import app.tahap.pipeline.Template;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What the first visit asks for. */
record SetupForm(
        @NotBlank(message = "{setup.workspace.required}") @Size(max = 100, message = "{setup.text.long}") @Nullable String workspace,

        @NotNull(message = "{setup.currency.required}") @Nullable Currency currency,

        @NotNull(message = "{setup.zone.required}") @Nullable ZoneId zone,

        @NotNull @Pattern(regexp = "en|id") @Nullable String language,

        @NotBlank(message = "{setup.name.required}") @Size(max = 100, message = "{setup.text.long}") @Nullable String name,

        @NotBlank(message = "{account.email.invalid}") @Email(message = "{account.email.invalid}") @Size(max = 254) @Nullable String email,

        @NewPassword @Nullable String password,

        @NotNull @Nullable Template template,
        boolean sampleData,
        @Nullable String code) {}
