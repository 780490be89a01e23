package app.tahap.mail;

import app.tahap.account.Viewer;
import app.tahap.job.Jobs;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mails that somebody wrote, and what the author can do about those that were not sent. Nobody else sees them. */
@Service
@Transactional
class OwnMails {

    private static final String COLUMNS = """
            select id, recipient_name, recipient, subject, state, attempts, next_attempt_at, failure, failure_detail,
                   created_at, ended_at, body, path
              from mail
            """;

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnMails(JdbcClient jdbc, Jobs jobs, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    int count(Viewer author) {
        return jdbc.sql("select count(*) from mail where author_id = :author")
                .param("author", author.id())
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    List<MailRow> load(long offset, int limit, Viewer author) {
        return jdbc.sql(COLUMNS + " where author_id = :author order by id desc offset :offset limit :limit")
                .param("author", author.id())
                .param("offset", offset)
                .param("limit", limit)
                .query(MailRow.class)
                .list();
    }

    @Transactional(readOnly = true)
    MailRow load(long id, Viewer author) {
        return jdbc.sql(COLUMNS + " where id = :id and author_id = :author")
                .param("id", id)
                .param("author", author.id())
                .query(MailRow.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("mail", id));
    }

    /** Has a mail sent now that waits, failed, or of which nobody knows whether it was sent. */
    void sendAgain(long id, Viewer author) {
        load(id, author);
        int round = jdbc.sql("""
                        update mail set state = 'WAITING', round = round + 1, attempts = 0, next_attempt_at = :now, ended_at = null,
                                        failure = null, failure_detail = null
                         where id = :id and state in ('WAITING', 'FAILED', 'UNKNOWN')
                        returning round
                        """)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new RuleException("mail.again.impossible"));
        jobs.schedule(MailJob.instance(id, round), clock.instant());
    }

    /** Leaves a mail unsent that waits or failed; its job then finds nothing to do. */
    void giveUp(long id, Viewer author) {
        MailRow mail = load(id, author);
        int changed = jdbc.sql("""
                        update mail set state = 'GIVEN_UP', next_attempt_at = null, ended_at = :now
                         where id = :id and state in ('WAITING', 'FAILED', 'UNKNOWN')
                        """)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (changed == 0) {
            throw new RuleException("mail.again.impossible");
        }
        if (mail.state() == MailState.WAITING) {
            events.publishEvent(new MailStruck(id, mail.recipientName(), mail.subject()));
        }
    }
}
