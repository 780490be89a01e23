package app.tahap.correspondence;

import app.tahap.mail.Addresses;
import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deal with whom a mail about it goes to, and what placeholders ask for. */
record Addressee(
        long dealId,
        String title,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable LocalDate expectedClose,
        String owner,
        @Nullable String ownerEmail,
        @Nullable String organization,
        @Nullable Long personId,
        @Nullable String person,
        @Nullable String jobTitle,
        @Nullable String email) {

    @Nullable Money money() {
        return Money.ofNullable(amount, currency);
    }

    /** Whether there is an address to which mail can go. */
    public boolean isReachable() {
        return email != null && Addresses.isValid(email);
    }

    /** The name by which one speaks to the person: the first one behind titles. */
    @Nullable String firstName() {
        if (person == null) {
            return null;
        }
        String bare = person.replaceFirst("(?i)^((bpk|bapak|pak|ibu|bu|mr|mrs|ms|dr|drs|dra|ir|prof|h|hj)\\.? +)+", "");
        return bare.split("[ ,]", 2)[0];
    }
}
