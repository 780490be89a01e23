package app.tahap.qualification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A criterion and what a deal has earned by it.
 *
 * @param points of the score's 100, as the rating makes them
 * @param most the points of the highest rating
 */
record CriterionRow(Criterion criterion, Answer answer, BigDecimal points, BigDecimal most) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param weights the sum of the weights of all criteria in use */
    static CriterionRow of(Criterion criterion, Answer answer, int weights) {
        BigDecimal most = share(HUNDRED.multiply(BigDecimal.valueOf(criterion.weight())), weights);
        Integer rating = answer.rating();
        BigDecimal points =
                rating == null ? BigDecimal.ZERO : share(most.multiply(BigDecimal.valueOf(rating)), Criterion.BEST);
        return new CriterionRow(criterion, answer, points, most);
    }

    private static BigDecimal share(BigDecimal whole, int parts) {
        return whole.divide(BigDecimal.valueOf(parts), 6, RoundingMode.HALF_UP);
    }

    public @Nullable String word() {
        return criterion.word(answer.rating());
    }

    public boolean isRated() {
        return answer.rating() != null;
    }
}
