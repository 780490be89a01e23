package app.tahap.report;

import org.jspecify.annotations.Nullable;

/**
 * A stage in a report, which may be one that is no longer in use.
 *
 * @param next the stage after it, or null for the last one and for archived ones
 */
public record StageName(
        long id,
        String name,
        boolean archived,
        @Nullable Long nextId,
        @Nullable String next) {}
