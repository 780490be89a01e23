package app.tahap.proposal;

import app.tahap.proposal.DealEffect.Acceptance;
import app.tahap.proposal.DealEffect.Amount;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What a pipeline wants its proposals to do to their deals, as it is filled in. */
record EffectForm(
        @NotNull(message = "{web.value.invalid}") @Nullable Acceptance acceptance,

        @Nullable Long stage,

        @NotNull(message = "{web.value.invalid}") @Nullable Amount amount) {}
