package app.tahap.report;

import org.jspecify.annotations.Nullable;

/**
 * How many deals of the period were lost to a competitor.
 *
 * @param label null for competitors outside the list, and where nobody told
 * @param another whether it is about competitors outside the list
 * @param share of all lost deals of the period
 */
public record CompetitorRow(
        @Nullable String label, boolean another, DealCount lost, Proportion share, ClosedValue value) {}
