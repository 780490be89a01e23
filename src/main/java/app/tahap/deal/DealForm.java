package app.tahap.deal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal as people fill it in.
 *
 * @param amount as typed, in the habits of the viewer's language
 * @param stage where a new deal begins; an existing deal is moved, not edited, to another stage
 * @param organization a name; made if there is none of that name
 * @param person a name; made if there is none of that name at the organisation
 * @param sure the fields of which somebody said that no contact is meant which is there already
 * @param newTags names of tags to add, with commas between; made if there are none of these names
 * @param version of the deal that the form was filled from; null for a new deal
 */
record DealForm(
        @NotBlank(message = "{deal.form.title.required}") @Size(max = 200, message = "{deal.form.title.long}") @Nullable String title,

        @Nullable String amount,

        @NotNull(message = "{deal.form.currency.required}") @Nullable Currency currency,

        @Nullable LocalDate expectedClose,
        @Nullable Long stage,

        @NotNull(message = "{deal.form.owner.required}") @Nullable Long owner,

        @Size(max = 200, message = "{deal.form.organization.long}") @Nullable String organization,

        @Size(max = 200, message = "{deal.form.organization.long}") @Nullable String person,

        @Nullable Long source,
        @Nullable Long campaign,
        @Nullable Set<Long> tags,
        @Nullable String newTags,
        @Nullable Integer version,
        @Nullable UUID key,
        @Nullable Set<String> sure) {

    Set<Long> chosenTags() {
        return tags == null ? Set.of() : tags;
    }

    /** As the values of checkboxes. */
    public List<String> tagValues() {
        return chosenTags().stream().map(String::valueOf).toList();
    }

    boolean isSureOf(String field) {
        return sure != null && sure.contains(field);
    }
}
