package app.tahap.exchange;

import app.tahap.deal.ImportedSheet.Named;
import app.tahap.deal.Outcome;
import app.tahap.field.FieldValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deal as a row tells it, with names where the deal will have ids.
 *
 * @param owner what the owner's name stands for: a user's id, or {@link ImportSettings.Meaning#NEW}
 * @param organization may be empty, as person, source, campaign and reason
 * @param others what other modules' columns tell, by their keys
 */
record DealDraft(
        String title,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable LocalDate expectedClose,
        String owner,
        String organization,
        String person,
        String source,
        String campaign,
        Set<String> tags,
        String reason,
        @Nullable String reasonNote,
        long stage,
        boolean stageKnown,
        @Nullable Instant created,
        @Nullable Instant stageSince,
        Outcome outcome,
        @Nullable Instant closed,
        FieldValues fields,
        Map<String, Object> others,
        @Nullable PlannedStep nextStep) {

    DealDraft entering(long other) {
        return new DealDraft(
                title,
                amount,
                currency,
                expectedClose,
                owner,
                organization,
                person,
                source,
                campaign,
                tags,
                reason,
                reasonNote,
                other,
                stageKnown,
                created,
                stageSince,
                outcome,
                closed,
                fields,
                others,
                nextStep);
    }

    /** Everybody whom it names, without repetition. */
    Set<String> people() {
        Set<String> names = new LinkedHashSet<>();
        if (!person.isEmpty()) {
            names.add(person);
        }
        others.values().forEach(value -> {
            if (value instanceof Named named) {
                names.add(named.person());
            }
        });
        return names;
    }

    /** The stage's id while it is open, the outcome's name afterwards. */
    String group() {
        return outcome.isClosed() ? outcome.name() : Long.toString(stage);
    }
}
