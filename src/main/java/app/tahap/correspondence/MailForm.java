package app.tahap.correspondence;

import app.tahap.account.Languages;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A mail as somebody writes it.
 *
 * @param key by which a form that is sent twice is known
 */
record MailForm(
        @NotNull(message = "{web.value.invalid}") @Pattern(regexp = Languages.PATTERN, message = "{web.value.invalid}") @Nullable String language,

        @NotBlank(message = "{correspondence.subject.required}") @Size(max = LONGEST_SUBJECT, message = "{correspondence.subject.long}") @Nullable String subject,

        @NotBlank(message = "{correspondence.body.required}") @Size(max = 20_000, message = "{correspondence.body.long}") @Nullable String body,

        @NotNull(message = "{web.value.invalid}") @Nullable UUID key) {

    private static final int LONGEST_SUBJECT = 200;

    static MailForm of(Locale language, String subject, String body) {
        return new MailForm(language.getLanguage(), subject, body, UUID.randomUUID());
    }

    /** The mail with the values in place of the placeholders that were typed; those without a value stay. */
    MailForm filled(Map<Placeholder, String> values) {
        return new MailForm(
                language,
                PlaceholderText.of(subject).filled(values),
                PlaceholderText.of(body).filled(values),
                key);
    }

    /** What nobody has filled in must not reach a customer; to be asked of a filled form. */
    void check(Errors errors) {
        if (line().length() > LONGEST_SUBJECT && !errors.hasFieldErrors("subject")) {
            errors.rejectValue("subject", "correspondence.subject.long");
        }
        checkSettled("subject", subject, errors);
        checkSettled("body", body, errors);
    }

    /** The placeholders for which nothing is known. */
    List<String> unsettled() {
        return PlaceholderText.of(subject + "\n" + body).unsettled();
    }

    private static void checkSettled(String field, @Nullable String typed, Errors errors) {
        List<String> unsettled = PlaceholderText.of(typed).unsettled();
        if (!unsettled.isEmpty()) {
            errors.rejectValue(
                    field, "correspondence.placeholder.unsettled", new Object[] {String.join(", ", unsettled)}, null);
        }
    }

    /** English where the form names no language, which is refused. */
    Locale locale() {
        return language == null ? Locale.ENGLISH : Locale.forLanguageTag(language);
    }

    String line() {
        return Objects.requireNonNull(subject).strip();
    }

    String text() {
        return Objects.requireNonNull(body).strip();
    }
}
