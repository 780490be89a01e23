package app.tahap.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From one date to another in the workspace's time zone; both ends count, and null sets no limit. */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    static final DateRange UNLIMITED = new DateRange(null, null);

    boolean isLimited() {
        return from != null || to != null;
    }
}
