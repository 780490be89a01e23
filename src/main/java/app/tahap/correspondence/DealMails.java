package app.tahap.correspondence;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealRepository;
import app.tahap.mail.Mail;
import app.tahap.mail.MailServer;
import app.tahap.mail.Mails;
import app.tahap.web.RuleException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails to the person of a deal; who may see the deal may write. Each counts as contact with the customer. */
@Service
@Transactional
class DealMails {

    private final DealRepository deals;
    private final Addressees addressees;
    private final Mails mails;
    private final MailServer server;
    private final ContactLog contacts;
    private final JdbcClient jdbc;
    private final Clock clock;

    DealMails(
            DealRepository deals,
            Addressees addressees,
            Mails mails,
            MailServer server,
            ContactLog contacts,
            JdbcClient jdbc,
            Clock clock) {
        this.deals = deals;
        this.addressees = addressees;
        this.mails = mails;
        this.server = server;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sends a mail, and notes it on the deal; the same form again does neither. */
    void send(long dealId, MailForm form, Viewer viewer) {
        if (!server.isReady()) {
            throw new RuleException("mail.none");
        }
        write(dealId, form, viewer).ifPresent(written -> {
            long mail = mails.send(mail(form, written.to(), dealId, viewer)).orElseThrow();
            jdbc.sql("update deal_mail set mail_id = :mail where id = :id")
                    .param("mail", mail)
                    .param("id", written.id())
                    .update();
        });
    }

    /** Notes on the deal a mail that was sent by another program. */
    void log(long dealId, MailForm form, Viewer viewer) {
        write(dealId, form, viewer);
    }

    /** A mail that stands on the deal. */
    private record Written(long id, Addressee to) {}

    private Optional<Written> write(long dealId, MailForm form, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        Addressee to = addressees.load(dealId, viewer);
        if (!to.isReachable()) {
            throw new RuleException("correspondence.unreachable");
        }
        Optional<Long> id = add(dealId, form, viewer);
        if (id.isEmpty()) {
            requireSame(dealId, form, viewer);
        }
        id.ifPresent(added -> {
            deal.touch(clock.instant());
            contacts.write(dealId, to, form, viewer);
        });
        return id.map(added -> new Written(added, to));
    }

    private Optional<Long> add(long dealId, MailForm form, Viewer viewer) {
        return jdbc.sql("""
                        insert into deal_mail (deal_id, author_id, subject, body, key, created_at)
                        values (:deal, :author, :subject, :body, :key, :now)
                        on conflict (key) do nothing returning id
                        """)
                .param("deal", dealId)
                .param("author", viewer.id())
                .param("subject", form.line())
                .param("body", form.text())
                .param("key", form.key(), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    private void requireSame(long dealId, MailForm form, Viewer viewer) {
        boolean same = jdbc.sql("""
                        select exists (select from deal_mail
                                        where key = :key and deal_id = :deal and author_id = :author and subject = :subject and body = :body)
                        """)
                .param("key", form.key(), Types.OTHER)
                .param("deal", dealId)
                .param("author", viewer.id())
                .param("subject", form.line())
                .param("body", form.text())
                .query(Boolean.class)
                .single();
        if (!same) {
            throw new DuplicateKeyException("Another mail has the key " + form.key());
        }
    }

    private static Mail mail(MailForm form, Addressee to, long dealId, Viewer viewer) {
        @Nullable String replyTo = viewer.email();
        return new Mail(
                viewer.id(),
                viewer.name(),
                Objects.requireNonNull(to.email()),
                Objects.requireNonNull(to.person()),
                replyTo,
                form.line(),
                form.text(),
                form.locale(),
                "/deals/" + dealId,
                "deal-mail-" + form.key());
    }
}
