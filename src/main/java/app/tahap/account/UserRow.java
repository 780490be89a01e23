package app.tahap.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user in the list of users.
 *
 * @param email null while nobody has told it
 * @param invitedUntil until when a link that was not used yet serves; null where there is none
 */
record UserRow(
        long id,
        String name,
        @Nullable String email,
        Role role,
        @Nullable String team,
        UserState state,
        @Nullable Instant invitedUntil) {

    public String initials() {
        return Initials.of(name);
    }
}
