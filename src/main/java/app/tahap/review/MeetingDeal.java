package app.tahap.review;

import app.tahap.deal.Due;
import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deal that a meeting looks at, as it is now.
 *
 * @param days for how many days it has been in its stage; null where an import does not tell
 * @param slips how often its expected close was put off
 * @param marks what is amiss with it now
 */
record MeetingDeal(
        long id,
        String title,
        long ownerId,
        String owner,
        @Nullable Long organizationId,
        @Nullable String organization,
        @Nullable String person,
        String stage,
        String outcome,
        boolean deleted,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable Integer days,
        @Nullable LocalDate expectedClose,
        int slips,
        @Nullable Integer score,
        @Nullable Step nextStep,
        List<Mark> marks) {

    public @Nullable Money money() {
        return Money.ofNullable(amount, currency);
    }

    public boolean isOpen() {
        return outcome.equals("OPEN");
    }

    /** What is to be done next, and how that stands to now. */
    record Step(String subject, LocalDate due, @Nullable LocalTime time, Due when) {}
}
