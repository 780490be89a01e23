package app.tahap.contact;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record PersonForm(
        @NotBlank(message = "{contact.name.required}") @Size(max = 200, message = "{contact.text.long}") @Nullable String name,

        @Nullable @Size(max = 200, message = "{contact.text.long}") String organization,

        @Nullable @Size(max = 100, message = "{contact.text.long}") String jobTitle,

        @Nullable @Email(message = "{account.email.invalid}") @Size(max = 254) String email,

        @Nullable @Pattern(regexp = "[-+0-9 ()./]{0,40}", message = "{contact.phone.invalid}")
        String phone,

        int version) {}
