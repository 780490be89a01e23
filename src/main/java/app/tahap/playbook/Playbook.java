package app.tahap.playbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done by itself when something happens to a deal.
 *
 * @param pipelineId whose deals it is for; null for those of all
 * @param stageId of triggers that are about a stage
 * @param days after how many days in the stage
 * @param takesPast whether deals count that were longer in the stage already when it was switched on
 * @param onSince since when things set it off; null while it is off
 */
public record Playbook(
        long id,
        String name,
        @Nullable Long pipelineId,
        Trigger trigger,
        @Nullable Long stageId,
        @Nullable Integer days,
        boolean takesPast,
        @Nullable Instant onSince,
        boolean archived,
        int version) {

    public boolean isOn() {
        return onSince != null;
    }
}
