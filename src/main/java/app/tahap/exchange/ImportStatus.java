package app.tahap.exchange;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an import is. */
enum ImportStatus {
    /** It is being described how to read the file. */
    DRAFT,
    /** Every row is read, and nothing written. */
    CHECKING,
    CHECKED,
    RUNNING,
    FINISHED,
    /** A crash or fault stopped it while it ran; it can go on where it was. */
    INTERRUPTED;

    boolean isWorking() {
        return this == CHECKING || this == RUNNING;
    }

    /** Whether deals may have come from it already. */
    boolean isBegun() {
        return this == RUNNING || this == INTERRUPTED || this == FINISHED;
    }

    /** A job that has not been heard of for so long is dead. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    /** This status, seen that a job which is silent for too long is dead. */
    ImportStatus seenAt(Instant now, @Nullable Instant heartbeat) {
        boolean alive = heartbeat != null && !heartbeat.isBefore(now.minus(SILENCE));
        if (alive || !isWorking()) {
            return this;
        }
        return this == RUNNING ? INTERRUPTED : DRAFT;
    }
}
