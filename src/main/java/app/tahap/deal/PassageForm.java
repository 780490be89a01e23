package app.tahap.deal;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is filled in where a deal lacks what a stage asks for. Named unlike what a filter asks for, which comes with the same
 * request.
 *
 * @param amount in the deal's currency, as typed
 * @param ticked ids of items of checklists
 * @param sure the fields of which somebody said that no contact is meant which is there already
 * @param exception why a manager lets the deal go on nevertheless
 * @param excepted whether that is asked for
 * @param asked whether somebody has seen what is missing
 * @param part what {@link PassagePart}s ask for
 */
record PassageForm(
        @Nullable String amount,
        @Nullable LocalDate expectedClose,

        @Size(max = 200, message = "{deal.form.organization.long}") @Nullable String organizationName,

        @Size(max = 200, message = "{deal.form.organization.long}") @Nullable String personName,

        @Nullable Long sourceId,
        @Nullable Set<Long> ticked,
        @Nullable Set<String> sure,

        @Size(max = 1000, message = "{deal.criteria.exception.long}") @Nullable String exception,

        @Nullable Boolean excepted,
        @Nullable Boolean asked,
        @Nullable Map<String, String> part) {

    boolean isAsked() {
        return Boolean.TRUE.equals(asked);
    }

    boolean isExcepted() {
        return Boolean.TRUE.equals(excepted);
    }

    boolean isSureOf(String field) {
        return sure != null && sure.contains(field);
    }

    Map<String, String> told() {
        return part == null ? Map.of() : part;
    }

    Set<Long> tickedItems() {
        return ticked == null ? Set.of() : ticked;
    }

    public boolean isTicked(long criterion) {
        return tickedItems().contains(criterion);
    }
}
