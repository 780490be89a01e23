package app.tahap.deal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The least that makes a deal; the amount is in the base currency, as people type it.
 *
 * @param organizationName named unlike what the filter asks for, which comes with the same request; as personName
 */
record QuickDealForm(
        @NotBlank(message = "{deal.form.title.required}") @Size(max = 200, message = "{deal.form.title.long}") @Nullable String title,

        @Nullable String amount,

        @Size(max = 200, message = "{deal.form.organization.long}") @Nullable String organizationName,

        @Size(max = 200, message = "{deal.form.organization.long}") @Nullable String personName,

        @Nullable LocalDate expectedClose,
        @Nullable Long sourceId,
        @Nullable UUID key) {}
