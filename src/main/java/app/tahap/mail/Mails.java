package app.tahap.mail;

import app.tahap.job.Jobs;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts mails into the outbox, in the caller's transaction: they go out if that is committed, and then soon. */
@Component
public class Mails {

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Clock clock;

    Mails(JdbcClient jdbc, Jobs jobs, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The id of the mail; empty where one with the same key is there already, whatever has become of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> send(Mail mail) {
        Optional<Long> id = jdbc.sql("""
                        insert into mail (author_id, sender_name, recipient, recipient_name, reply_to, subject, body, language,
                                          path, key, next_attempt_at, created_at)
                        values (:author, :sender, :recipient, :name, :replyTo, :subject, :body, :language,
                                :path, :key, :now, :now)
                        on conflict (key) do nothing
                        returning id
                        """)
                .param("author", mail.authorId(), Types.BIGINT)
                .param("sender", mail.senderName())
                .param("recipient", mail.recipient())
                .param("name", mail.recipientName())
                .param("replyTo", mail.replyTo())
                .param("subject", mail.subject())
                .param("body", mail.body())
                .param("language", mail.language().getLanguage())
                .param("path", mail.path())
                .param("key", mail.key())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        id.ifPresent(made -> jobs.schedule(MailJob.instance(made, 1), clock.instant()));
        return id;
    }
}
