package app.tahap.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record OrganizationForm(
        @NotBlank(message = "{contact.name.required}") @Size(max = 200, message = "{contact.text.long}") @Nullable String name,

        @Nullable @Size(max = 300) @Pattern(regexp = "|https?://\\S+", message = "{contact.website.invalid}") String website,

        @Nullable @Pattern(regexp = "[-+0-9 ()./]{0,40}", message = "{contact.phone.invalid}")
        String phone,

        @Nullable @Size(max = 500, message = "{contact.text.long}") String address,

        int version) {}
