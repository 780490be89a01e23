package app.tahap.report;

import java.util.Map;

/**
 * How many deals were open at one moment.
 *
 * @param stages by the stage in which they then were
 * @param unknown imported ones whose stage at that moment nobody told
 */
record OpenThen(Map<Long, Long> stages, long unknown) {

    long of(long stageId) {
        return stages.getOrDefault(stageId, 0L);
    }

    long all() {
        return unknown + stages.values().stream().mapToLong(Long::longValue).sum();
    }
}
