package app.tahap.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as people fill it in.
 *
 * @param version of the campaign that the form was filled from; null for a new one
 */
record CampaignForm(
        @NotBlank(message = "{campaign.name.required}") @Size(max = 100, message = "{campaign.name.long}") @Nullable String name,

        @Nullable Long source,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer version,
        @Nullable UUID key) {

    static CampaignForm empty() {
        return new CampaignForm(null, null, null, null, null, UUID.randomUUID());
    }

    static CampaignForm of(CampaignView campaign) {
        return new CampaignForm(
                campaign.name(), campaign.sourceId(), campaign.startsOn(), campaign.endsOn(), campaign.version(), null);
    }
}
