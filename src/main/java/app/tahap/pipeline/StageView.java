package app.tahap.pipeline;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A stage as pages show it; see {@link Stage} for the units. */
public record StageView(
        long id,
        String name,
        int position,
        BigDecimal probability,
        @Nullable Integer rottingDays) {}
