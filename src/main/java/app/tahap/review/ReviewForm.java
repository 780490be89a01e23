package app.tahap.review;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reviewed.
 *
 * @param whose as {@link Whose} writes it; null or blank for everything that the viewer may review
 * @param key makes a repeated request harmless
 */
record ReviewForm(
        @NotNull(message = "{review.start.pipeline.required}") @Nullable Long pipeline,

        @Nullable String whose,
        @Nullable Boolean onlyMarked,
        @Nullable ReviewOrder sorting,
        @Nullable UUID key) {

    static ReviewForm blank(@Nullable Long pipeline) {
        return new ReviewForm(pipeline, null, false, ReviewOrder.MARKS, UUID.randomUUID());
    }

    public boolean leavesOutUnmarked() {
        return Boolean.TRUE.equals(onlyMarked);
    }

    ReviewOrder chosenOrder() {
        return Objects.requireNonNullElse(sorting, ReviewOrder.MARKS);
    }
}
