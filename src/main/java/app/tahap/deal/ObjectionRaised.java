package app.tahap.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a customer objected something, from one date to another; both ends count.
 *
 * @param type null for whatever it was about
 * @param stage in which the deal was then; null for any
 */
public record ObjectionRaised(
        @Nullable Long type,
        @Nullable Long stage,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
