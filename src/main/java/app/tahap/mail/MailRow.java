package app.tahap.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its author sees it in a list.
 *
 * @param nextAttemptAt when it is tried again; null where it does not wait
 * @param failure why it was not sent, the last time
 */
record MailRow(
        long id,
        String recipientName,
        String recipient,
        String subject,
        MailState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable MailFailure failure,
        @Nullable String failureDetail,
        Instant createdAt,
        @Nullable Instant endedAt,
        String body,
        String path) {

    public boolean canBeSentAgain() {
        return state.canBeSentAgain();
    }

    public String shownState() {
        return state.shown(attempts);
    }

    public boolean isPostponed() {
        return state.isPostponed(attempts);
    }
}
