package app.tahap.proposal;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a product, apart from its prices.
 *
 * @param code by which the team knows it; no other product has it
 * @param unit what a quantity of one means: piece, hour, month
 * @param taxRate percent
 */
@Embeddable
record ProductFacts(
        @Nullable String code,
        String name,
        @Nullable String description,
        @Nullable String unit,
        BigDecimal taxRate) {}
