package app.tahap.playbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that is to be carried out now.
 *
 * @param eventId by which a deal's event set it off, or by which the deal entered the stage in which it stayed
 * @param chain the playbooks whose changes led to it
 * @param attempts how often it was tried so far
 */
record WaitingRun(
        long id, long playbookId, long dealId, @Nullable Long eventId, List<Long> chain, int attempts) {}
