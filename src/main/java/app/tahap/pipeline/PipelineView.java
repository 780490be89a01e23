package app.tahap.pipeline;

import java.util.List;

/** A pipeline and its stages in their order, without archived ones. */
public record PipelineView(long id, String name, List<StageView> stages) {}
