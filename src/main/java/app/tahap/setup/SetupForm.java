package app.tahap.setup;

import app.tahap.account.EmailAddress;
import app.tahap.account.Languages;
import app.tahap.account.NewPassword;
import app.tahap.account.TimeZones;
import app.tahap.pipeline.Template;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the first visit asks for. */
record SetupForm(
        @NotBlank(message = "{setup.workspace.required}") @Size(max = 100, message = "{setup.text.long}") @Nullable String workspace,

        @NotNull(message = "{setup.currency.required}") @Nullable Currency currency,

        @NotNull(message = "{setup.zone.required}") @Nullable ZoneId zone,

        @NotNull(message = "{web.value.invalid}") @Pattern(regexp = Languages.PATTERN, message = "{web.value.invalid}") @Nullable String language,

        @NotBlank(message = "{setup.name.required}") @Size(max = 100, message = "{setup.text.long}") @Nullable String name,

        @EmailAddress @Nullable String email,

        @NewPassword @Nullable String password,

        @NotNull(message = "{web.value.invalid}") @Nullable Template template,
        @Nullable Boolean sampleData,
        @Nullable String code) {

    /** A tick that is not set is not sent. */
    boolean wantsSampleData() {
        return Boolean.TRUE.equals(sampleData);
    }

    /** Whether there is nothing in it that somebody has typed or chosen, but what the language proposed. */
    boolean isUntouched() {
        Currency proposed = proposal(Locale.forLanguageTag(Objects.requireNonNullElse(language, "en")), null)
                .currency();
        return Stream.of(workspace, name, email, password).allMatch(text -> text == null || text.isEmpty())
                && Objects.equals(currency, proposed);
    }

    /** What is proposed to somebody who reads this language. */
    static SetupForm proposal(Locale locale, @Nullable String code) {
        boolean indonesian = "id".equals(locale.getLanguage());
        return new SetupForm(
                null,
                Currency.getInstance(indonesian ? "IDR" : "USD"),
                indonesian ? ZoneId.of("Asia/Jakarta") : TimeZones.ofMachine(),
                locale.getLanguage(),
                null,
                null,
                null,
                Template.SEVEN,
                true,
                code);
    }
}
