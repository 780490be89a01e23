package app.tahap.negotiation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term on the page of its deal.
 *
 * @param due whether the deadline of an open term is today
 * @param overdue whether it is past
 */
record TermRow(
        long id,
        String title,
        @Nullable String wanted,
        @Nullable String offered,
        TermStatus status,
        @Nullable LocalDate deadline,
        boolean due,
        boolean overdue,
        int version) {}
