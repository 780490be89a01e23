package app.tahap.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A version on the page of its proposal, and in the panel of its deal.
 *
 * @param over its last day is past, while it lies with the customer
 * @param reads how often customers opened it
 * @param answeredBy the name that the customer typed
 * @param reason why it was declined
 */
record VersionRow(
        long id,
        long proposalId,
        String reference,
        int number,
        ProposalStatus status,
        boolean over,
        String title,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        @Nullable LocalDate validUntil,
        Instant changedAt,
        @Nullable Instant sentAt,
        @Nullable String sentBy,
        @Nullable Instant endedAt,
        int reads,
        @Nullable Instant firstReadAt,
        @Nullable Instant lastReadAt,
        @Nullable String answeredBy,
        @Nullable String reason) {

    BigDecimal total() {
        return net.add(tax);
    }

    Currency money() {
        return Currency.getInstance(currency);
    }

    /** The key of the word for where it stands. */
    public String state() {
        return over ? "OVER" : status.name();
    }
}
