package app.tahap.mail;

import app.tahap.account.Viewer;
import app.tahap.mail.MailServer.Sender;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MailSenderService {

    private final JdbcClient jdbc;
    private final MailServer server;
    private final Mails mails;
    private final MessageSource messages;

    MailSenderService(JdbcClient jdbc, MailServer server, Mails mails, MessageSource messages) {
        this.jdbc = jdbc;
        this.server = server;
        this.mails = mails;
        this.messages = messages;
    }

    void change(MailSenderForm form) {
        String address = Addresses.checked(Objects.requireNonNull(form.address()));
        Sender present = server.presentSender();
        Versions.requireCurrent(Sender.class, present.version(), form.version());
        int changed = jdbc.sql("""
                        insert into mail_sender (name, address, version) values (:name, :address, 1)
                        on conflict (id) do update
                           set name = excluded.name, address = excluded.address, version = mail_sender.version + 1
                         where mail_sender.version = :version
                        """)
                .param("name", Objects.requireNonNull(form.name()).strip())
                .param("address", address)
                .param("version", present.version())
                .update();
        if (changed == 0) {
            Versions.requireCurrent(Sender.class, present.version() + 1, form.version());
        }
    }

    /** A mail to the administrator who asks, by which one sees whether it all works. */
    long test(Viewer administrator) {
        if (!server.isReady()) {
            throw new RuleException("mail.none");
        }
        Sender sender = server.presentSender();
        return mails.send(new Mail(
                        administrator.id(),
                        sender.name(),
                        administrator.email(),
                        administrator.name(),
                        null,
                        messages.getMessage("mail.test.subject", null, administrator.locale()),
                        messages.getMessage("mail.test.body", new Object[] {sender.name()}, administrator.locale()),
                        administrator.locale(),
                        "/settings/mail",
                        null))
                .orElseThrow();
    }
}
