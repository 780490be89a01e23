package app.tahap.pipeline;

import java.util.Locale;

/**
 * A workspace got its first pipeline, and the lists that it starts with. Told in the transaction of the set-up, so that
 * other modules add theirs.
 *
 * @param language of the workspace, in which lists are named
 */
public record FirstPipelineCreated(long pipelineId, Locale language) {}
