package app.tahap.proposal;

import app.tahap.account.PublicAddress;
import app.tahap.mail.Addresses;
import app.tahap.mail.MailServer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Writes the mail that a proposal goes out with. */
@Component
class LetterDesk {

    private final MailServer server;
    private final PublicAddress home;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    LetterDesk(MailServer server, PublicAddress home, MessageSource messages, JdbcClient jdbc) {
        this.server = server;
        this.home = home;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    private record Person(String name, @Nullable String email) {}

    /** Why no proposal can be mailed, as the key of a message; null where it can. */
    @Nullable String hindrance() {
        return !server.isReady() ? "proposal.mail.none" : home.isKnown() ? null : "proposal.mail.nowhere";
    }

    /** The form as it is first shown, with what is known of the customer. */
    SendingForm form(VersionView draft, int days) {
        Locale language = draft.head().locale();
        Optional<Person> person = person(draft.dealId());
        String name = person.map(Person::name).orElse("");
        return new SendingForm(
                days,
                draft.revision(),
                null,
                person.map(Person::email).orElse(null),
                word("proposal.mail.subject", language, draft.head().title()),
                word(name.isEmpty() ? "proposal.mail.text.nobody" : "proposal.mail.text.to", language, name));
    }

    void check(SendingForm form, Errors errors) {
        if (!form.isMailed()) {
            return;
        }
        if (!Addresses.isValid(form.recipient())) {
            errors.rejectValue("address", "proposal.mail.address.invalid");
        }
        if (form.subject() == null || form.subject().isBlank()) {
            errors.rejectValue("subject", "proposal.mail.subject.required");
        }
        String hindrance = hindrance();
        if (hindrance != null) {
            errors.rejectValue("address", hindrance);
        }
    }

    /** The letter that a valid form asks for; null where the link is copied. */
    @Nullable ProposalLetter letter(SendingForm form, VersionView draft) {
        return !form.isMailed()
                ? null
                : new ProposalLetter(
                        form.recipient(),
                        person(draft.dealId()).map(Person::name).orElse(form.recipient()),
                        Objects.requireNonNull(form.subject()),
                        Objects.requireNonNullElse(form.text(), ""),
                        draft.head().locale());
    }

    private Optional<Person> person(long dealId) {
        return jdbc.sql("select p.name, p.email from deal d join person p on p.id = d.person_id where d.id = :deal")
                .param("deal", dealId)
                .query(Person.class)
                .optional();
    }

    private String word(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
