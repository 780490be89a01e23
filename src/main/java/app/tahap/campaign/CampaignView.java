package app.tahap.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A campaign as its page shows it. */
record CampaignView(
        long id,
        int version,
        String name,
        @Nullable Long sourceId,
        @Nullable String source,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean archived) {}
