package app.tahap.proposal;

import app.tahap.deal.DealRecord;
import app.tahap.deal.FileRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as a file tells it.
 *
 * @param reference by which it was known where the file comes from
 * @param recipient null for the customer of the deal
 * @param language null for that of the workspace
 */
record ToldProposal(
        long dealId,
        String reference,
        String title,
        @Nullable String recipient,
        @Nullable String language,
        ProposalTexts texts,
        Currency currency,
        @Nullable LocalDate validUntil,
        Rounding rounding,
        List<LineItem> lines)
        implements DealRecord {

    static String name(long dealId, String reference) {
        return FileRecord.name(dealId, reference);
    }

    Totals totals() {
        return Totals.of(lines, currency);
    }

    @Override
    public Collection<String> sought() {
        return List.of(name(dealId, reference));
    }

    @Override
    public Collection<String> known() {
        return sought();
    }
}
