package app.tahap.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;

/**
 * Whose deals are generated.
 *
 * @param now no event is later
 * @param rates for each currency what one unit is worth in the base currency, by month
 */
record Company(
        Instant now,
        long pipeline,
        List<Step> steps,
        List<Long> reps,
        List<Long> organizations,
        List<Long> lostReasons,
        List<Long> disqualifiedReasons,
        List<Long> sources,
        Map<String, NavigableMap<YearMonth, BigDecimal>> rates) {

    /** A stage of the pipeline. */
    record Step(long id, int position, BigDecimal probability) {}

    static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
