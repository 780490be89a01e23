package app.tahap.proposal;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands on top of a proposal.
 *
 * @param recipient whom it is for, in words
 * @param language in which the customer reads it: en or id
 * @param currency ISO 4217 code
 * @param validUntil the last day on which it can be accepted; null for no limit
 */
@Embeddable
record ProposalHead(
        String title,
        @Nullable String recipient,
        String language,
        String currency,
        @Nullable LocalDate validUntil) {

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    Currency money() {
        return Currency.getInstance(currency);
    }
}
