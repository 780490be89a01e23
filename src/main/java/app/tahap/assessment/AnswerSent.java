package app.tahap.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a form sends it.
 *
 * @param version of the answer that its author saw; 0 where there was none
 * @param seen the {@link Answer#mark()} of the answer that its author saw; null where that was not sent
 */
record AnswerSent(
        List<String> values, int version, @Nullable Integer seen) {

    Answer read(Wording wording) {
        return Answer.of(wording, values);
    }

    /** Whether its author left it as it was shown. */
    boolean isLeft(Answer answer) {
        return seen != null && seen == answer.mark();
    }
}
