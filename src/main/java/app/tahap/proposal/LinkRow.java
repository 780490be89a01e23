package app.tahap.proposal;

import app.tahap.mail.MailState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link to a sent version, as the team sees it. The link itself cannot be shown again.
 *
 * @param recipient the address it was mailed to; null where it was copied
 * @param mailState how far its mail has come, after how many attempts; null where it was copied, or nothing is known of the mail
 * @param open neither revoked nor expired
 */
record LinkRow(
        long id,
        int number,
        @Nullable String recipient,
        @Nullable Long mailId,
        @Nullable Long mailAuthorId,
        @Nullable MailState mailState,
        @Nullable Integer mailAttempts,
        Instant createdAt,
        @Nullable String createdBy,
        Instant expiresAt,
        boolean revoked,
        boolean open,
        int reads,
        @Nullable Instant lastReadAt) {

    /** Whether the customer does not have the mail that should have brought it, or may not. */
    public boolean isUnsent() {
        return mailState != null && mailState != MailState.SENT;
    }

    public @Nullable String shownMailState() {
        return mailState == null || mailAttempts == null ? null : mailState.shown(mailAttempts);
    }
}
