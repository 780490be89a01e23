package app.tahap.report;

import org.jspecify.annotations.Nullable;

/**
 * How often somebody let deals past required exit criteria in the period.
 *
 * @param deals how many deals these were
 * @param earlier how often in the period before
 */
public record ExceptionRow(@Nullable Long actorId, @Nullable String name, long count, long deals, long earlier) {}
