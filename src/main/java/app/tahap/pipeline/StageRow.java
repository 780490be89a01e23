package app.tahap.pipeline;

import app.tahap.web.Place;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage in the settings of its pipeline.
 *
 * @param guided the languages in which there is guidance
 * @param required how many exit criteria are required
 * @param advised how many are advised
 */
record StageRow(
        long id,
        String name,
        BigDecimal probability,
        @Nullable Integer rottingDays,
        List<String> guided,
        int required,
        int advised,
        StageDeals deals,
        Place place) {}
