package app.tahap.playbook;

import app.tahap.money.Money;
import app.tahap.notification.Argument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold for a deal.
 *
 * @param number an amount in the base currency, or a score
 * @param valueId of a user, a team, a source, a tag or a choice
 * @param label what {@code valueId} is called; null where it is gone
 */
record PlaybookCondition(
        long id,
        ConditionKind kind,
        @Nullable BigDecimal number,
        @Nullable Long valueId,
        @Nullable Long fieldId,
        @Nullable String field,
        @Nullable String label,
        String baseCurrency) {

    /** The key of the text that says it. */
    String messageKey() {
        return "playbook.condition." + kind + ".said";
    }

    /** What that text is filled with. */
    List<Argument> arguments() {
        String chosen = Objects.requireNonNullElse(label, "–");
        return switch (kind) {
            case AMOUNT_MIN, AMOUNT_MAX -> List.of(Argument.of(new Money(compared(), baseCurrency)));
            case SCORE_MIN, SCORE_MAX -> List.of(Argument.of(compared()));
            case FIELD -> List.of(Argument.of(Objects.requireNonNullElse(field, "–")), Argument.of(chosen));
            case NO_NEXT_STEP -> List.of();
            case OWNER, TEAM, SOURCE, TAG -> List.of(Argument.of(chosen));
        };
    }

    private BigDecimal compared() {
        return Objects.requireNonNull(number, "amounts and scores are compared with a number");
    }
}
