package app.tahap.playbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conditions of playbooks as conditions of {@code deal d}: for one deal when it is carried out, for all to try it. */
final class ConditionSql {

    /** What the deal is worth in the base currency; null where it has no amount, or none that can be converted. */
    private static final String WORTH = """
            (d.amount * case d.outcome when 'OPEN' then (select r.rate from rates_on(:today) r where r.currency = d.currency)
                                       else d.rate end)""";

    private final Map<PlaybookCondition, String> conditions = new LinkedHashMap<>();
    private final Map<String, Object> parameters = new HashMap<>();

    ConditionSql(List<PlaybookCondition> asked, LocalDate today) {
        parameters.put("today", today);
        for (PlaybookCondition condition : asked) {
            conditions.put(condition, "coalesce(" + of(condition) + ", false)");
        }
    }

    private String of(PlaybookCondition condition) {
        return switch (condition.kind()) {
            case AMOUNT_MIN -> WORTH + " >= " + with(condition, condition.number());
            case AMOUNT_MAX -> WORTH + " < " + with(condition, condition.number());
            case OWNER -> "d.owner_id = " + with(condition, condition.valueId());
            case TEAM ->
                "d.owner_id in (select id from users where team_id = %s)"
                        .formatted(with(condition, condition.valueId()));
            case SOURCE -> "d.source_id = " + with(condition, condition.valueId());
            case TAG -> "%s = any(d.tag_ids)".formatted(with(condition, condition.valueId()));
            case SCORE_MIN -> "d.score >= " + with(condition, condition.number());
            case SCORE_MAX -> "d.score < " + with(condition, condition.number());
            case FIELD ->
                "d.id in (select v.record_id from custom_field_value v where v.field_id = %d and v.number = %d)"
                        .formatted(condition.fieldId(), condition.valueId());
            case NO_NEXT_STEP -> "d.next_step_due is null";
        };
    }

    private String with(PlaybookCondition condition, @Nullable Object value) {
        String name = "condition" + condition.id();
        parameters.put(name, Objects.requireNonNull(value));
        return ":" + name;
    }

    /** Each with its SQL, in their order. */
    Map<PlaybookCondition, String> conditions() {
        return conditions;
    }

    /** All of them; true where there is none. */
    String all() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions.values());
    }

    /** Besides what the conditions need there is {@code today}. */
    Map<String, Object> parameters() {
        return parameters;
    }
}
