package app.tahap.pipeline;

import java.util.Locale;

/**
 * A pipeline came into being. Handled in the same transaction by those who keep settings of their own for each pipeline.
 *
 * @param language in which its stages are named
 */
public record PipelineCreated(long pipelineId, Locale language) {}
