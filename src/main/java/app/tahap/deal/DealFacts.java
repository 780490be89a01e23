package app.tahap.deal;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a deal, apart from where it stands.
 *
 * @param amount null where unknown, which is not the same as zero
 * @param currency ISO 4217 code
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
        @Nullable Long sourceId) {

    /** The same facts with another owner. */
    public DealFacts ownedBy(long newOwnerId) {
        return new DealFacts(title, amount, currency, expectedClose, newOwnerId, organizationId, personId, sourceId);
    }

    /** The same facts with another amount, in its currency. */
    public DealFacts worth(BigDecimal newAmount, String newCurrency) {
        return new DealFacts(title, newAmount, newCurrency, expectedClose, ownerId, organizationId, personId, sourceId);
    }
}
