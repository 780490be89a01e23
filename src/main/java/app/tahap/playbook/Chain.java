package app.tahap.playbook;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NamedThreadLocal;

/**
 * The playbooks one of which set off the next, and the run that is at work: what happens meanwhile in the same thread, and so
 * in the same transaction, is of this chain.
 */
record Chain(long runId, List<Long> playbooks) {

    /** So many playbooks may set each other off; more are nothing that anybody can foresee. */
    static final int LONGEST = 5;

    private static final ThreadLocal<@Nullable Chain> PRESENT = new NamedThreadLocal<>("chain of playbooks");

    /** The chain in which a run of a playbook is the last link so far. */
    static Chain of(WaitingRun run) {
        return new Chain(
                run.id(),
                Stream.concat(run.chain().stream(), Stream.of(run.playbookId())).toList());
    }

    static @Nullable Chain present() {
        return PRESENT.get();
    }

    <T> T during(Supplier<T> work) {
        PRESENT.set(this);
        try {
            return work.get();
        } finally {
            PRESENT.remove();
        }
    }
}
