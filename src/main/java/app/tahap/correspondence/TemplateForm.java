package app.tahap.correspondence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A template with its text in each language, of which one may be missing.
 *
 * @param shared whether everybody writes from it; only administrators say so
 * @param version of the template that is changed; null for a new one
 * @param key by which a form that is sent twice is known
 */
record TemplateForm(
        @NotBlank(message = "{correspondence.template.name.required}") @Size(max = 100, message = "{account.text.long}") @Nullable String name,

        @Nullable Boolean shared,

        @Size(max = 200, message = "{correspondence.subject.long}") @Nullable String subjectEn,

        @Size(max = 20_000, message = "{correspondence.body.long}") @Nullable String bodyEn,

        @Size(max = 200, message = "{correspondence.subject.long}") @Nullable String subjectId,

        @Size(max = 20_000, message = "{correspondence.body.long}") @Nullable String bodyId,

        @Nullable Integer version,
        @Nullable UUID key) {

    static TemplateForm empty(boolean shared) {
        return new TemplateForm(null, shared, null, null, null, null, null, UUID.randomUUID());
    }

    /** Whether it is to be everybody's. */
    public boolean isShared() {
        return Boolean.TRUE.equals(shared);
    }

    /** What a template says in a language. */
    record Text(String language, String subject, String body) {}

    /** The texts that are there. */
    List<Text> texts() {
        return List.of(new Text("en", text(subjectEn), text(bodyEn)), new Text("id", text(subjectId), text(bodyId)))
                .stream()
                .filter(text -> !text.subject().isEmpty() && !text.body().isEmpty())
                .toList();
    }

    /** Tells at the field which placeholders there are not, and which text is missing. */
    void check(Errors errors) {
        checkPlaceholders("subjectEn", subjectEn, errors);
        checkPlaceholders("bodyEn", bodyEn, errors);
        checkPlaceholders("subjectId", subjectId, errors);
        checkPlaceholders("bodyId", bodyId, errors);
        checkHalf("En", subjectEn, bodyEn, errors);
        checkHalf("Id", subjectId, bodyId, errors);
        if (text(subjectEn).isEmpty()
                && text(bodyEn).isEmpty()
                && text(subjectId).isEmpty()
                && text(bodyId).isEmpty()) {
            errors.rejectValue("subjectEn", "correspondence.template.empty");
        }
    }

    private static void checkPlaceholders(String field, @Nullable String typed, Errors errors) {
        List<String> unknown = PlaceholderText.of(typed).unknown();
        if (!unknown.isEmpty()) {
            Object[] arguments = {unknown.size(), String.join(", ", unknown)};
            errors.rejectValue(field, "correspondence.placeholder.unknown", arguments, null);
        }
    }

    private static void checkHalf(String language, @Nullable String subject, @Nullable String body, Errors errors) {
        if (text(subject).isEmpty() && !text(body).isEmpty()) {
            errors.rejectValue("subject" + language, "correspondence.subject.required");
        }
        if (!text(subject).isEmpty() && text(body).isEmpty()) {
            errors.rejectValue("body" + language, "correspondence.body.required");
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
