package app.tahap.webform;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a stranger sends.
 *
 * @param homepage nothing: people do not see it, and programs fill it in
 * @param stamp as {@link Stamp} signs it
 * @param lang in which language the form is shown
 */
record Enquiry(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String organization,
        @Nullable String jobTitle,
        @Nullable String message,
        @Nullable Boolean consent,
        @Nullable String homepage,
        @Nullable String stamp,
        @Nullable String lang) {

    static final int LONGEST_NAME = 200;

    static Enquiry empty(@Nullable String lang) {
        return new Enquiry(null, null, null, null, null, null, null, null, null, lang);
    }

    @Nullable String value(FormField field) {
        String value =
                switch (field) {
                    case EMAIL -> email;
                    case PHONE -> phone;
                    case ORGANIZATION -> organization;
                    case JOB_TITLE -> jobTitle;
                    case MESSAGE -> message;
                };
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The name in an enquiry without errors. */
    String who() {
        return Objects.requireNonNull(name).strip();
    }

    boolean isByProgram() {
        return homepage != null && !homepage.isEmpty();
    }

    boolean isConsenting() {
        return Boolean.TRUE.equals(consent);
    }
}
