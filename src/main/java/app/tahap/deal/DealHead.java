package app.tahap.deal;

/** What a page about a part of a deal says of the deal itself. */
public record DealHead(long id, int version, String title, long pipelineId, long stageId, Outcome outcome) {}
