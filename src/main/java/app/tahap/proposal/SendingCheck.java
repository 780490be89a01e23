package app.tahap.proposal;

import app.tahap.account.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asked before a version is sent, by each module that may hold it back; each bean is one. Asked twice: for the page on which
 * somebody is about to send, and in the transaction that sends, with the deal locked.
 */
public interface SendingCheck {

    /** Why this viewer may not send the offer now; empty where nothing stands against it. */
    Optional<Obstacle> obstacle(Offer offer, Viewer viewer);

    /**
     * @param messageKey the text that says what stands against it
     * @param link the path of the page on which something can be done about it; null for none
     * @param linkKey the text of the link
     */
    record Obstacle(
            String messageKey,
            List<Object> arguments,
            @Nullable String link,
            @Nullable String linkKey) {}
}
