package app.tahap.webform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form as administrators set it up.
 *
 * @param sites one origin on each line
 * @param version of the form that this was filled from; null for a new one
 */
record WebFormForm(
        @NotBlank(message = "{webform.setup.name.required}") @Size(max = 100, message = "{webform.setup.name.long}") @Nullable String name,

        @NotNull(message = "{webform.setup.pipeline.required}") @Nullable Long pipeline,

        @NotBlank(message = "{webform.setup.title.required}") @Size(max = 200, message = "{webform.setup.title.long}") @Nullable String titleEnglish,

        @NotBlank(message = "{webform.setup.title.required}") @Size(max = 200, message = "{webform.setup.title.long}") @Nullable String titleIndonesian,

        @Nullable @Size(max = 2000, message = "{webform.setup.text.long}") String introEnglish,

        @Nullable @Size(max = 2000, message = "{webform.setup.text.long}") String introIndonesian,

        @Nullable @Size(max = 2000, message = "{webform.setup.text.long}") String consentEnglish,

        @Nullable @Size(max = 2000, message = "{webform.setup.text.long}") String consentIndonesian,

        @Nullable @Size(max = 2000, message = "{webform.setup.text.long}") String thanksEnglish,

        @Nullable @Size(max = 2000, message = "{webform.setup.text.long}") String thanksIndonesian,

        @Nullable @Size(max = 500, message = "{webform.setup.redirect.invalid}") @Pattern(
                regexp = "|https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[^\\s\"'<>\\\\]*)?",
                message = "{webform.setup.redirect.invalid}")
        String redirect,

        @Nullable Set<FormField> fields,
        @Nullable Set<FormField> required,
        @Nullable Set<Long> formOwners,
        @Nullable Long source,
        @Nullable Long campaign,

        @Nullable @Size(max = 2000, message = "{webform.setup.sites.invalid}") @Pattern(
                regexp = "\\s*(https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?\\s*)*",
                message = "{webform.setup.sites.invalid}")
        String sites,

        @Nullable Boolean open,
        @Nullable Integer version,
        @Nullable UUID key) {

    static WebFormForm empty(long pipeline, long owner) {
        return new WebFormForm(
                null,
                pipeline,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(FormField.EMAIL, FormField.ORGANIZATION, FormField.MESSAGE),
                Set.of(FormField.EMAIL),
                Set.of(owner),
                null,
                null,
                null,
                true,
                null,
                UUID.randomUUID());
    }

    static WebFormForm of(WebForm form) {
        FormTexts en = form.english();
        FormTexts id = form.indonesian();
        return new WebFormForm(
                form.name(),
                form.pipelineId(),
                en.title(),
                id.title(),
                en.intro(),
                id.intro(),
                en.consent(),
                id.consent(),
                en.thanks(),
                id.thanks(),
                form.redirect(),
                form.fields(),
                form.required(),
                new HashSet<>(form.owners()),
                form.sourceId(),
                form.campaignId(),
                String.join("\n", form.sites()),
                form.open(),
                form.version(),
                null);
    }

    public boolean asks(String field) {
        return fields != null && fields.contains(FormField.valueOf(field));
    }

    public boolean requires(String field) {
        return required != null && required.contains(FormField.valueOf(field));
    }

    public boolean isOwnedBy(String owner) {
        return owners().contains(Long.valueOf(owner));
    }

    Set<Long> owners() {
        return formOwners == null ? Set.of() : formOwners;
    }

    boolean isOpen() {
        return Boolean.TRUE.equals(open);
    }
}
