package app.tahap.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is stored.
 *
 * @param version 0 where nobody answered yet
 */
record StoredAnswer(
        Answer answer,
        int version,
        @Nullable String by,
        @Nullable Instant at) {

    static final StoredAnswer NONE = new StoredAnswer(Answer.NONE, 0, null, null);
}
