package app.tahap.negotiation;

import app.tahap.money.Money;
import app.tahap.proposal.Margin;
import app.tahap.proposal.Offer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a draft offers, beside what the viewer may offer.
 *
 * @param discount percent of the list price, of all lines
 * @param largest percent of the list price, of the line with the largest discount
 * @param limit percent; null for none
 * @param beyondMargin whether the margin is below the lowest one that the viewer may offer
 */
record OfferView(
        int number,
        String fingerprint,
        Money list,
        Money net,
        BigDecimal discount,
        BigDecimal largest,
        @Nullable BigDecimal limit,
        Margin margin,
        @Nullable Money marginMoney,
        boolean beyondMargin) {

    static OfferView of(Offer offer, Limits limits) {
        BigDecimal limit = limits.discount();
        return new OfferView(
                offer.version(),
                offer.fingerprint(),
                new Money(offer.list(), offer.currency()),
                new Money(offer.net(), offer.currency()),
                Shares.percent(offer.discount()),
                Shares.percent(offer.largestDiscount()),
                limit == null ? null : Shares.percent(limit),
                offer.margin(),
                offer.margin().amount() == null
                        ? null
                        : new Money(offer.margin().amount(), offer.currency()),
                !limits.allowMargin(offer.margin()));
    }
}
