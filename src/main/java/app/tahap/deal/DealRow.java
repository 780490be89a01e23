package app.tahap.deal;

import app.tahap.field.FieldValues;
import app.tahap.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal in a list.
 *
 * @param stageKnown false for a closed deal that another system brought without telling where it ended
 * @param owner for a closed deal who owned it at its closing, as in every figure
 * @param score 0 to 100; null where it was not qualified
 * @param nextStep of an open deal, where one is planned
 * @param createdAt null where it was brought from another system that does not tell
 * @param replaced deleted, and not to be restored while the deal is there that was imported instead
 */
public record DealRow(
        long id,
        String title,
        @Nullable Long organizationId,
        @Nullable String organization,
        @Nullable String person,
        String pipeline,
        String stage,
        boolean stageKnown,
        Outcome outcome,
        @Nullable String reason,
        @Nullable Money money,
        String owner,
        @Nullable String source,
        @Nullable String campaign,
        List<Tag> tags,
        @Nullable Integer score,
        @Nullable StepView nextStep,
        @Nullable LocalDate expectedClose,
        @Nullable Instant createdAt,
        @Nullable Instant closedAt,
        Instant lastActivityAt,
        @Nullable LocalDate parkedUntil,
        @Nullable Instant deletedAt,
        @Nullable String deletedBy,
        boolean replaced,
        FieldValues fields) {}
