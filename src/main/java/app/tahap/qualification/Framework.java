package app.tahap.qualification;

import org.jspecify.annotations.Nullable;

/**
 * A set of criteria.
 *
 * @param minimumScore from which on a deal counts as qualified, once all is rated; null for any
 */
record Framework(long id, String name, @Nullable Integer minimumScore, boolean archived, int version) {}
