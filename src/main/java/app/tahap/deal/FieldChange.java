package app.tahap.deal;

import app.tahap.field.FieldValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a deal that was amended. References are kept as ids, so that a page shows the name of today.
 *
 * @param field one of title, amount, currency, expectedClose, owner, organization, person, source, campaign, tags (their ids, with commas between), or rate: what a closed deal is valued at;
 *     or one that an administrator defined, by its id, whose values are kept as JSON
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {

    private static final String CUSTOM = "custom.";

    static List<FieldChange> between(
            DealFacts before, DealFacts after, FieldValues fieldsBefore, FieldValues fieldsAfter) {
        List<FieldChange> changes = between(before, after);
        fieldsAfter
                .changedFrom(fieldsBefore)
                .forEach(id -> changes.add(new FieldChange(CUSTOM + id, fieldsBefore.json(id), fieldsAfter.json(id))));
        return changes;
    }

    /** The id of the administrator's field that changed; null where it is one of Tahap's own. */
    @Nullable Long customField() {
        return field.startsWith(CUSTOM) ? Long.valueOf(field.substring(CUSTOM.length())) : null;
    }

    static List<FieldChange> between(DealFacts before, DealFacts after) {
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "title", before.title(), after.title());
        add(changes, "amount", plain(before.amount()), plain(after.amount()));
        add(changes, "currency", before.currency(), after.currency());
        add(changes, "expectedClose", before.expectedClose(), after.expectedClose());
        add(changes, "owner", before.ownerId(), after.ownerId());
        add(changes, "organization", before.organizationId(), after.organizationId());
        add(changes, "person", before.personId(), after.personId());
        add(changes, "source", before.sourceId(), after.sourceId());
        add(changes, "campaign", before.campaignId(), after.campaignId());
        add(changes, "tags", joined(before.tagIds()), joined(after.tagIds()));
        return changes;
    }

    /** A closed deal that had no rate has one now. */
    static FieldChange valued(BigDecimal rate) {
        return new FieldChange("rate", null, plain(rate));
    }

    private static void add(List<FieldChange> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, text(before), text(after)));
        }
    }

    private static @Nullable String joined(List<Long> ids) {
        return ids.isEmpty() ? null : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** 10 and 10.00 are the same amount. */
    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString();
    }
}
