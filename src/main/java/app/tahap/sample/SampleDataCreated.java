package app.tahap.sample;

/** A pipeline was filled with sample deals and their past; told in the transaction of the set-up. */
public record SampleDataCreated(long pipelineId) {}
