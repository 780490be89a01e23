package app.tahap.playbook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A playbook as administrators set it up.
 *
 * @param pipeline whose deals it is for; null for all. A trigger that is about a stage needs none
 * @param stage of triggers that are about one
 * @param days as typed
 * @param version of the playbook that this was filled from; null for a new one
 */
record PlaybookForm(
        @NotBlank(message = "{playbook.name.required}") @Size(max = 100, message = "{playbook.name.long}") @Nullable String name,

        @NotNull(message = "{playbook.trigger.required}") @Nullable Trigger trigger,

        @Nullable Long stage,

        @Nullable @Pattern(regexp = "\\s*|[1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-5]", message = "{playbook.days.invalid}") String days,

        @Nullable Boolean takesPast,
        @Nullable Long pipeline,
        @Nullable Integer version,
        @Nullable UUID key) {

    static PlaybookForm blank() {
        return new PlaybookForm(null, null, null, null, false, null, null, UUID.randomUUID());
    }

    static PlaybookForm of(Playbook playbook) {
        return new PlaybookForm(
                playbook.name(),
                playbook.trigger(),
                playbook.stageId(),
                playbook.days() == null ? null : playbook.days().toString(),
                playbook.takesPast(),
                playbook.pipelineId(),
                playbook.version(),
                null);
    }

    void check(PlaybookChoices choices, Errors errors) {
        if (trigger != null && trigger.hasStage() && (stage == null || !PlaybookChoices.has(choices.stages(), stage))) {
            errors.rejectValue("stage", "playbook.stage.required");
        }
        if (trigger != null && trigger.hasDays() && (days == null || days.isBlank())) {
            errors.rejectValue("days", "playbook.days.invalid");
        }
        if (pipeline != null && !PlaybookChoices.has(choices.pipelines(), pipeline)) {
            errors.rejectValue("pipeline", "web.value.invalid");
        }
    }

    String told() {
        return Objects.requireNonNull(name).strip();
    }

    Trigger firing() {
        return Objects.requireNonNull(trigger);
    }

    @Nullable Long stageId() {
        return firing().hasStage() ? stage : null;
    }

    @Nullable Long pipelineId() {
        return firing().hasStage() ? null : pipeline;
    }

    @Nullable Integer number() {
        return firing().hasDays() ? Integer.valueOf(Objects.requireNonNull(days).strip()) : null;
    }

    boolean isTakingPast() {
        return firing().hasDays() && Boolean.TRUE.equals(takesPast);
    }
}
