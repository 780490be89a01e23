package app.tahap.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A version in the list of proposals: there the latest of each, in files all of them. */
record ProposalListRow(
        long proposalId,
        String reference,
        int number,
        ProposalStatus status,
        boolean over,
        String title,
        long dealId,
        String deal,
        String owner,
        String currency,
        BigDecimal gross,
        BigDecimal reduction,
        BigDecimal net,
        BigDecimal tax,
        @Nullable LocalDate validUntil,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt,
        int reads) {

    /** The key of the word for where it stands. */
    public String state() {
        return over ? "OVER" : status.name();
    }

    /** The total in its currency, as a language writes it. */
    public String total(Locale locale) {
        BigDecimal total = net.add(tax);
        return new AmountFormat(locale, Currency.getInstance(currency), List.of(total)).money(total);
    }
}
