package app.tahap.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of the deals that entered each stage, in both periods, and how long they stayed. */
public final class Flows {

    private record Key(Which which, long stageId) {}

    private final Map<Key, StageFlow> flows = new HashMap<>();
    private final Map<Key, KaplanMeier> stays = new HashMap<>();
    private final Map<String, Long> leftOut = new HashMap<>();

    StageFlow of(Which which, long stageId) {
        return flows.getOrDefault(new Key(which, stageId), StageFlow.NONE);
    }

    /** In days. */
    KaplanMeier stays(Which which, long stageId) {
        return stays.getOrDefault(new Key(which, stageId), new KaplanMeier());
    }

    /** Stages that deals entered in the period, whether or not they are in use today. */
    Set<Long> stages() {
        return stays.keySet().stream()
                .filter(key -> key.which() == Which.CURRENT)
                .map(Key::stageId)
                .collect(Collectors.toSet());
    }

    /** Stays of the period that are not counted because an import did not tell the stage. */
    public long unknown() {
        return leftOut.getOrDefault("UNKNOWN", 0L);
    }

    /** Stays of the period that are not counted because they began with a reopening. */
    public long reopened() {
        return leftOut.getOrDefault("REOPENED", 0L);
    }

    /** Stays of the period that are not counted because they began with a change of the pipeline's stages. */
    public long remapped() {
        return leftOut.getOrDefault("REMAPPED", 0L);
    }

    /** Whether stays of the period are not counted. */
    public boolean leavesOut() {
        return !leftOut.isEmpty();
    }

    void add(Which which, long stageId, StageFlow flow) {
        flows.merge(new Key(which, stageId), flow, StageFlow::plus);
    }

    void add(Which which, long stageId, double days, boolean ended, long count) {
        KaplanMeier all = stays.computeIfAbsent(new Key(which, stageId), key -> new KaplanMeier());
        if (ended) {
            all.ended(days, count);
        } else {
            all.running(days, count);
        }
    }

    void leaveOut(String why, long count) {
        leftOut.merge(why, count, Long::sum);
    }
}
