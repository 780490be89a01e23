package app.tahap.report;

import app.tahap.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An open deal that is too long in its stage.
 *
 * @param days how long it has been there
 * @param limit how long is usual or allowed
 */
public record RottingRow(
        long dealId,
        String title,
        @Nullable String organization,
        String stage,
        String owner,
        @Nullable Money money,
        long days,
        long limit) {}
