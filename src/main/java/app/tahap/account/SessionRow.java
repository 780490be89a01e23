package app.tahap.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device on which a user is logged in.
 *
 * @param login by which it can be logged out; null for sessions from before devices were told apart
 * @param startedAt null where only a remembered login is left, which does not tell
 * @param remembered whether it would be logged in again without a password
 * @param current whether it is the one that asks
 */
record SessionRow(
        @Nullable UUID login,
        Device device,
        @Nullable Instant startedAt,
        Instant lastUsedAt,
        boolean remembered,
        boolean current) {

    /** One device of several sessions, and the remembered login, that began with the same login. */
    SessionRow with(SessionRow other) {
        return new SessionRow(
                login,
                device,
                startedAt,
                lastUsedAt.isAfter(other.lastUsedAt) ? lastUsedAt : other.lastUsedAt,
                remembered || other.remembered,
                current || other.current);
    }
}
