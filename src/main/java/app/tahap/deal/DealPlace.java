package app.tahap.deal;

import org.jspecify.annotations.Nullable;

/** Where a deal stands, and what happened to it last: the facts of which messages and small forms speak. */
record DealPlace(
        long id,
        int version,
        String title,
        long pipelineId,
        long stageId,
        String stage,
        Outcome outcome,
        EventKind lastEvent,
        @Nullable String lastActor) {}
