package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.money.Amounts;
import app.tahap.web.Choice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A condition of a playbook; its kind is told by the address.
 *
 * @param number an amount in the base currency or a score, as typed
 * @param choice an id; of a field's choice, the ids of field and choice with a hyphen between
 */
record ConditionForm(
        @Nullable String number,
        @Nullable String choice,
        @Nullable UUID key) {

    private static final BigDecimal MOST = new BigDecimal("1e15");

    static ConditionForm blank() {
        return new ConditionForm(null, null, UUID.randomUUID());
    }

    void check(ConditionKind kind, List<Choice> offered, Viewer viewer, Errors errors) {
        if (kind.isAmount() && amount(viewer).isEmpty()) {
            errors.rejectValue("number", "playbook.condition.amount.invalid");
        }
        if (kind.isScore() && score().isEmpty()) {
            errors.rejectValue("number", "playbook.condition.score.invalid");
        }
        if (kind.isChosen() && (choice == null || !PlaybookChoices.has(offered, choice))) {
            errors.rejectValue("choice", "playbook.condition.choice.required");
        }
    }

    /** What is compared with, in a form without errors. */
    @Nullable BigDecimal compared(ConditionKind kind, Viewer viewer) {
        return kind.isAmount() ? amount(viewer).orElseThrow() : kind.isScore() ? score().orElseThrow() : null;
    }

    @Nullable Long valueId(ConditionKind kind) {
        return kind.isChosen() ? Long.valueOf(told().substring(told().indexOf('-') + 1)) : null;
    }

    @Nullable Long fieldId(ConditionKind kind) {
        return kind == ConditionKind.FIELD ? Long.valueOf(told().substring(0, told().indexOf('-'))) : null;
    }

    private String told() {
        return Objects.requireNonNull(choice);
    }

    private Optional<BigDecimal> amount(Viewer viewer) {
        return number == null
                ? Optional.empty()
                : Amounts.parse(number, viewer.baseCurrency(), viewer.locale())
                        .filter(amount -> amount.signum() >= 0 && amount.compareTo(MOST) < 0);
    }

    private Optional<BigDecimal> score() {
        return number == null || !number.strip().matches("\\d{1,2}|100")
                ? Optional.empty()
                : Optional.of(new BigDecimal(number.strip()));
    }
}
