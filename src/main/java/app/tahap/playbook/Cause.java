package app.tahap.playbook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a deal.
 *
 * @param pipelineId null to ask the deal
 * @param eventId of the event that did it; null for none
 * @param name tells it apart from everything else that happened to the deal
 */
record Cause(
        Set<Trigger> triggers,
        long dealId,
        @Nullable Long pipelineId,
        @Nullable Long stageId,
        @Nullable Long eventId,
        String name) {

    static Cause ofEvent(Set<Trigger> triggers, long dealId, long pipelineId, long stageId, long eventId) {
        return new Cause(triggers, dealId, pipelineId, stageId, eventId, "event-" + eventId);
    }

    static Cause ofProposal(Trigger trigger, long dealId, long proposalId, int version) {
        return new Cause(
                Set.of(trigger), dealId, null, null, null, "proposal-%d-%d-%s".formatted(proposalId, version, trigger));
    }
}
