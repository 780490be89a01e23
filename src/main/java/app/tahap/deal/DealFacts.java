package app.tahap.deal;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a deal, apart from where it stands.
 *
 * @param amount null where unknown, which is not the same as zero
 * @param currency ISO 4217 code
 * @param campaignId the campaign that led to it
 * @param tagIds the team's own marks, in the order of their ids
 */
@Embeddable
public record DealFacts(
        String title,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable LocalDate expectedClose,
        long ownerId,
        @Nullable Long organizationId,
        @Nullable Long personId,
        @Nullable Long sourceId,
        @Nullable Long campaignId,
        List<Long> tagIds) {

    /** Facts of a deal that no campaign led to, without tags. A deal that is there keeps both by {@link #worth} and the like. */
    public DealFacts(
            String title,
            @Nullable BigDecimal amount,
            String currency,
            @Nullable LocalDate expectedClose,
            long ownerId,
            @Nullable Long organizationId,
            @Nullable Long personId,
            @Nullable Long sourceId) {
        this(title, amount, currency, expectedClose, ownerId, organizationId, personId, sourceId, null, List.of());
    }

    /** The same facts with another owner. */
    public DealFacts ownedBy(long newOwnerId) {
        return new DealFacts(
                title,
                amount,
                currency,
                expectedClose,
                newOwnerId,
                organizationId,
                personId,
                sourceId,
                campaignId,
                tagIds);
    }

    /** The same facts, worth something else. */
    public DealFacts worth(@Nullable BigDecimal newAmount, String newCurrency) {
        return new DealFacts(
                title,
                newAmount,
                newCurrency,
                expectedClose,
                ownerId,
                organizationId,
                personId,
                sourceId,
                campaignId,
                tagIds);
    }

    /** The same facts, expected to be closed on another day. */
    public DealFacts expectedOn(@Nullable LocalDate day) {
        return new DealFacts(
                title, amount, currency, day, ownerId, organizationId, personId, sourceId, campaignId, tagIds);
    }

    /** The same facts, come from a lead source. */
    public DealFacts comingFrom(@Nullable Long source) {
        return new DealFacts(
                title, amount, currency, expectedClose, ownerId, organizationId, personId, source, campaignId, tagIds);
    }

    /** The same facts with these tags alone. */
    public DealFacts tagged(Collection<Long> tags) {
        return new DealFacts(
                title,
                amount,
                currency,
                expectedClose,
                ownerId,
                organizationId,
                personId,
                sourceId,
                campaignId,
                tags.stream().distinct().sorted().toList());
    }

    /** The same facts, come by a campaign. */
    public DealFacts throughCampaign(@Nullable Long campaign) {
        return new DealFacts(
                title, amount, currency, expectedClose, ownerId, organizationId, personId, sourceId, campaign, tagIds);
    }
}
