package app.tahap.closing;

import org.jspecify.annotations.Nullable;

/**
 * Something to be done once a deal is won.
 *
 * @param days after the winning
 * @param assigneeId null for the deal's owner
 */
record HandoverItem(
        long id,
        long pipelineId,
        String text,
        int days,
        @Nullable Long assigneeId,
        @Nullable String assignee,
        boolean archived,
        int version) {}
