package app.tahap.deal;

import app.tahap.pipeline.CriterionKind;
import org.jspecify.annotations.Nullable;

/**
 * An exit criterion of a stage, as it stands with a deal.
 *
 * @param stage the name of the stage that asks for it
 * @param fieldId which custom field, for {@link CriterionKind#FIELD}
 * @param text what is to be ticked, for {@link CriterionKind#CHECKLIST}, or the name of a custom field
 * @param required whether the deal may not go on without it; otherwise it is only advised
 * @param met whether the deal meets it
 */
public record ExitCriterion(
        long id,
        long stageId,
        String stage,
        CriterionKind kind,
        @Nullable Long fieldId,
        @Nullable String text,
        boolean required,
        boolean met) {}
