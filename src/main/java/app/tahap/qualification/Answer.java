package app.tahap.qualification;

import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a deal by one criterion.
 *
 * @param rating 0 to 3; null for unknown
 * @param confirmed whether the customer confirmed the amount
 * @param version of the stored answer; 0 where there is none yet
 */
record Answer(
        long criterionId,
        @Nullable Integer rating,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        boolean confirmed,
        @Nullable Long personId,
        @Nullable String person,
        @Nullable AuthorityRole role,
        @Nullable Severity severity,
        @Nullable LocalDate due,
        @Nullable String note,
        int version) {

    static Answer none(long criterionId) {
        return new Answer(criterionId, null, null, null, false, null, null, null, null, null, null, 0);
    }

    /** The same, rated. */
    Answer rated(int given) {
        return new Answer(
                criterionId, given, amount, currency, confirmed, personId, person, role, severity, due, note, version);
    }

    public @Nullable Money money() {
        return currency == null ? null : Money.ofNullable(amount, currency);
    }
}
