package app.tahap.qualification;

import app.tahap.web.Choice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a deal is qualified, and why its score is what it is.
 *
 * @param editable whether its answers may be changed, which those of a deleted deal may not
 * @param minimumScore from which on it counts as qualified, once all is rated; null for any
 * @param reasons for disqualifying it here and now; empty for one that is not open
 * @param proposed the reason that the weakest criterion proposes; null for none
 * @param key makes a repeated request to disqualify it harmless
 */
record QualificationView(
        long dealId,
        int dealVersion,
        boolean editable,
        @Nullable Integer minimumScore,
        List<CriterionRow> rows,
        List<Choice> reasons,
        @Nullable String proposed,
        UUID key) {

    /** 0 to 100 as the database keeps it (see the function {@code qualify}); null where nothing is rated. */
    public @Nullable Integer score() {
        if (rated() == 0) {
            return null;
        }
        BigDecimal sum = rows.stream().map(CriterionRow::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.setScale(3, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
    }

    public long rated() {
        return rows.stream().filter(CriterionRow::isRated).count();
    }

    /** The criteria that nobody has rated yet. */
    public List<String> missing() {
        return rows.stream()
                .filter(row -> !row.isRated())
                .map(row -> row.criterion().name())
                .toList();
    }

    /** The same with further ratings, by the ids of criteria. */
    QualificationView rated(Map<Long, Integer> ratings) {
        int weights = rows.stream().mapToInt(row -> row.criterion().weight()).sum();
        List<CriterionRow> then = rows.stream()
                .map(row -> {
                    Integer rating = ratings.get(row.criterion().id());
                    Answer answer = rating == null ? row.answer() : row.answer().rated(rating);
                    return CriterionRow.of(row.criterion(), answer, weights);
                })
                .toList();
        return new QualificationView(dealId, dealVersion, editable, minimumScore, then, reasons, proposed, key);
    }

    /** Whether every criterion is rated and the score is high enough. */
    public boolean isComplete() {
        Integer score = score();
        return missing().isEmpty() && score != null && (minimumScore == null || score >= minimumScore);
    }

    /** Whether the criteria that are essential include one rated 0. */
    public boolean isFailed() {
        return rows.stream()
                .anyMatch(row -> row.criterion().essential()
                        && row.answer().rating() != null
                        && row.answer().rating() == 0);
    }
}
