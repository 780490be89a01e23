package app.tahap.report;

import org.jspecify.annotations.Nullable;

/**
 * What became of deals in which something was objected, and of the objections.
 *
 * @param stage that the deal was in then; null for all stages together
 * @param winRate of the deals that are won or lost
 * @param open objections that are not answered
 */
public record ObjectionRateRow(
        long typeId,
        String type,
        @Nullable Long stageId,
        @Nullable String stage,
        DealCount deals,
        DealCount won,
        DealCount lost,
        DealCount disqualified,
        DealCount undecided,
        Proportion winRate,
        long resolved,
        long conceded,
        long open) {}
