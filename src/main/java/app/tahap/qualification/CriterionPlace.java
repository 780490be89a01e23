package app.tahap.qualification;

import app.tahap.web.Place;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A criterion in the list of its framework.
 *
 * @param share of the score, 0 to 1
 */
record CriterionPlace(Criterion criterion, Place place, double share) {

    /** Those in use, in their order. */
    static List<CriterionPlace> of(List<Criterion> criteria) {
        List<Criterion> used =
                criteria.stream().filter(criterion -> !criterion.archived()).toList();
        List<Long> ids = used.stream().map(Criterion::id).toList();
        double weights = used.stream().mapToInt(Criterion::weight).sum();
        return IntStream.range(0, used.size())
                .mapToObj(i -> new CriterionPlace(
                        used.get(i), Place.of(ids, i), used.get(i).weight() / weights))
                .toList();
    }
}
