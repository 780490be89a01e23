package app.tahap.contact;

import org.jspecify.annotations.Nullable;

/** An organisation or a person in a list; where is a person's organisation, or an organisation's address. */
public record ContactRow(
        long id,
        String name,
        @Nullable String where,
        @Nullable String email,
        @Nullable String phone) {

    /** Whether it has a name, apart from case. */
    boolean isNamed(@Nullable String other) {
        return other != null && name.equalsIgnoreCase(other.strip());
    }
}
