package app.tahap.qualification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is not rated yet of a deal that is to go on, to be rated on the spot.
 *
 * @param score what is too low for the deal to count as qualified, with what was chosen; null where it is not, or not known
 * @param stored whether that is the score which the deal has already
 * @param minimum which score is asked for; null for any
 * @param wrong the key of what is wrong beside the fields; null where nothing is
 */
record PassageRatingsView(
        List<Unrated> rows,
        @Nullable Integer score,
        boolean stored,
        @Nullable Integer minimum,
        @Nullable String wrong) {

    /**
     * @param typed what was chosen, by the ids of criteria
     * @param demanded whether to say what is still missing
     */
    static PassageRatingsView of(QualificationView view, Map<Long, String> typed, boolean demanded) {
        List<Unrated> rows = view.rows().stream()
                .filter(row -> !row.isRated())
                .map(row -> Unrated.of(
                        row.criterion(), typed.getOrDefault(row.criterion().id(), ""), demanded))
                .toList();
        QualificationView then = view.rated(rows.stream()
                .filter(row -> PassageRatings.isRating(row.chosen()))
                .collect(Collectors.toMap(row -> row.criterion().id(), row -> Integer.valueOf(row.chosen()))));
        boolean low = then.missing().isEmpty() && !then.isComplete();
        return new PassageRatingsView(
                rows, low ? then.score() : null, rows.isEmpty(), view.minimumScore(), wrong(view, typed));
    }

    /** What was chosen for what is rated otherwise meanwhile, or is not asked of the deal. */
    private static @Nullable String wrong(QualificationView view, Map<Long, String> typed) {
        String wrong = null;
        for (Map.Entry<Long, String> one : typed.entrySet()) {
            Answer answer = view.rows().stream()
                    .filter(row -> row.criterion().id() == one.getKey())
                    .map(CriterionRow::answer)
                    .findFirst()
                    .orElse(null);
            if (answer == null) {
                return "web.value.invalid";
            }
            boolean overtaken =
                    answer.rating() != null && !Objects.equals(answer.rating().toString(), one.getValue());
            wrong = overtaken ? "qualification.stale" : wrong;
        }
        return wrong;
    }

    /**
     * A criterion without a rating.
     *
     * @param chosen as it was sent; empty for nothing
     * @param wrong the key of what is wrong with that; null where nothing is
     */
    record Unrated(
            Criterion criterion, String chosen, @Nullable String wrong) {

        static Unrated of(Criterion criterion, String chosen, boolean demanded) {
            String missing = demanded ? "deal.criteria.required" : null;
            String wrong = chosen.isEmpty() ? missing : PassageRatings.isRating(chosen) ? null : "web.value.invalid";
            return new Unrated(criterion, chosen, wrong);
        }

        /** By which it is sent. */
        public String name() {
            return "rating" + criterion.id();
        }
    }
}
