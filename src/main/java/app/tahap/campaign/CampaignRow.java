package app.tahap.campaign;

import app.tahap.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in the list of campaigns, or a source with costs of its own.
 *
 * @param costs one sum for each currency
 */
record CampaignRow(
        long id,
        String name,
        @Nullable String source,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean archived,
        List<Money> costs) {}
