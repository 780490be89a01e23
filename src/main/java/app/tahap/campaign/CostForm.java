package app.tahap.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cost as people fill it in.
 *
 * @param amount as typed, in the habits of the viewer's language
 */
record CostForm(
        @NotNull(message = "{campaign.cost.date.required}") @Nullable LocalDate spentOn,

        @NotBlank(message = "{campaign.cost.amount.required}") @Nullable String amount,

        @NotNull(message = "{campaign.cost.currency.required}") @Nullable Currency currency,

        @Nullable @Size(max = 500, message = "{campaign.cost.note.long}") String note,

        @Nullable UUID key) {}
