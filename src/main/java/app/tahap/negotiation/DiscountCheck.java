package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.proposal.Offer;
import app.tahap.proposal.SendingCheck;
import app.tahap.web.Show;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds back what is beyond the viewer's limits until somebody approves it. */
@Component
class DiscountCheck implements SendingCheck {

    private final DiscountRules rules;
    private final Approvals approvals;

    DiscountCheck(DiscountRules rules, Approvals approvals) {
        this.rules = rules;
        this.approvals = approvals;
    }

    @Override
    public Optional<Obstacle> obstacle(Offer offer, Viewer viewer) {
        Limits limits = rules.limits(viewer);
        if (limits.allow(offer.largestDiscount(), offer.margin())
                || approvals.granting(offer).isPresent()) {
            return Optional.empty();
        }
        String link = "/proposals/%d/approval".formatted(offer.proposalId());
        if (approvals.waitingFor(offer).isPresent()) {
            return Optional.of(new Obstacle("negotiation.send.waits", List.of(), link, "negotiation.send.waits.show"));
        }
        if (limits.allowDiscount(offer.largestDiscount())) {
            return Optional.of(new Obstacle("negotiation.send.margin", List.of(), link, "negotiation.send.ask"));
        }
        Show show = new Show(viewer.locale());
        BigDecimal limit = Objects.requireNonNull(limits.discount());
        List<Object> figures =
                List.of(show.exact(Shares.percent(offer.largestDiscount())), show.exact(Shares.percent(limit)));
        return Optional.of(new Obstacle("negotiation.send.discount", figures, link, "negotiation.send.ask"));
    }
}
