package app.tahap.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record TeamForm(
        @NotBlank(message = "{account.team.name.required}") @Size(max = 100, message = "{account.text.long}") @Nullable String name,

        @Nullable Integer version) {}
