package app.tahap.account;

import java.time.Instant;
import java.util.Locale;

/**
 * A one-time link by which somebody sets a password: the first one, or a new one in place of a forgotten.
 *
 * @param renewal whether the user had a password before
 */
record Invitation(
        long userId,
        String name,
        String email,
        String language,
        boolean renewal,
        Instant expiresAt,
        boolean used,
        boolean expired) {

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    public boolean isOpen() {
        return !used && !expired;
    }
}
