package app.tahap.deal;

import app.tahap.campaign.Campaigns;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the filter offers of the team's own labels: campaigns and tags. */
@Component
class LabelFilters {

    private final Campaigns campaigns;
    private final Tags tags;

    LabelFilters(Campaigns campaigns, Tags tags) {
        this.campaigns = campaigns;
        this.tags = tags;
    }

    /** One that is set stays on offer, although it may be archived. */
    void addChoices(DealCriteria criteria, Model model) {
        model.addAttribute("campaigns", campaigns.choices(criteria.campaign()));
        model.addAttribute("tags", tags.choices(criteria.tag() == null ? Set.of() : Set.of(criteria.tag())));
    }
}
