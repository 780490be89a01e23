package app.tahap.report;

import java.util.Map;

/**
 * How many deals left each stage in the period, by a move or an outcome.
 *
 * @param unknown imported ones that left a stage nobody told
 */
record StageExits(Map<Long, Long> stages, long unknown) {

    long of(long stageId) {
        return stages.getOrDefault(stageId, 0L);
    }
}
