package app.tahap.proposal;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a product is sold for in a currency.
 *
 * @param cost what it costs us; null where unknown
 */
@Embeddable
record Price(BigDecimal price, @Nullable BigDecimal cost) {}
