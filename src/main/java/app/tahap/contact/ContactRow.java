package app.tahap.contact;

import org.jspecify.annotations.Nullable;

/**
 * An organisation or a person in a list.
 *
 * @param where a person's organisation, or an organisation's address
 * @param email an organisation's website where it is none of a person
 */
public record ContactRow(
        long id,
        String name,
        @Nullable String where,
        @Nullable String email,
        @Nullable String phone) {

    /** The website of an organisation, where a link to it does no harm. */
    public @Nullable String link() {
        return linkTo(email);
    }

    static @Nullable String linkTo(@Nullable String website) {
        return website != null && website.matches("https?://.*") ? website : null;
    }

    /** Whether it has a name, apart from case. */
    boolean isNamed(@Nullable String other) {
        return other != null && name.equalsIgnoreCase(other.strip());
    }
}
