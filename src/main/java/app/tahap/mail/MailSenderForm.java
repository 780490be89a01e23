package app.tahap.mail;

import app.tahap.mail.MailServer.Sender;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Under which name and address mails go out. */
record MailSenderForm(
        @NotBlank(message = "{mail.sender.name.required}") @Size(max = 100, message = "{account.text.long}") @Nullable String name,

        @NotBlank(message = "{account.email.invalid}") @Size(max = 254, message = "{account.email.invalid}") @Nullable String address,

        @Nullable Integer version) {

    static MailSenderForm of(Sender sender) {
        return new MailSenderForm(sender.name(), sender.address(), sender.version());
    }
}
