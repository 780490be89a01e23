package app.tahap.report;

import app.tahap.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of sources and campaigns.
 *
 * @param all of all sources together
 * @param withCosts whether costs can be held against the deals shown
 * @param unknown deals left out, since an import does not tell when they were created
 */
public record SourcesView(
        Period period,
        List<SourceRow> sources,
        List<SourceRow> campaigns,
        SourceRow all,
        boolean withCosts,
        DealCount unknown) {

    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /** An amount in the base currency as a page shows it. */
    public @Nullable Money money(@Nullable BigDecimal amount, Currency base) {
        return amount == null ? null : new Money(amount, base).rounded();
    }
}
