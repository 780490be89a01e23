package app.tahap.pipeline;

/** A pipeline got the stages of a template. Told in the same transaction, so that other modules add what fits them. */
public record TemplateApplied(long pipelineId, Template template) {}
