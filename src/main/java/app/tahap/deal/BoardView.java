package app.tahap.deal;

import java.util.List;

/** The board of one pipeline; parked deals are counted, but not in its columns. */
record BoardView(long pipelineId, String pipeline, List<ColumnView> columns, int parked) {}
