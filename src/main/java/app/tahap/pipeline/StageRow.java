package app.tahap.pipeline;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage in the settings of its pipeline.
 *
 * @param guided the languages in which there is guidance
 */
record StageRow(
        long id,
        String name,
        BigDecimal probability,
        @Nullable Integer rottingDays,
        List<String> guided,
        StageDeals deals,
        Place place) {}
