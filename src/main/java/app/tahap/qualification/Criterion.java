package app.tahap.qualification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What deals are asked by.
 *
 * @param weight 1 to 100, against those of the framework's other criteria
 * @param words what the ratings 0 to 3 are called
 * @param essential whether a rating of 0 alone is reason enough to consider letting the deal go
 * @param reasonId the reason proposed for letting go where this is the weakest; null for none
 */
public record Criterion(
        long id,
        long frameworkId,
        AnswerKind kind,
        String name,
        @Nullable String hint,
        int weight,
        List<String> words,
        boolean essential,
        @Nullable Long reasonId,
        boolean archived,
        int version) {

    /** The highest rating. */
    public static final int BEST = 3;

    /** What a rating is called; null for an unknown one. */
    public @Nullable String word(@Nullable Integer rating) {
        return rating == null ? null : words.get(rating);
    }
}
