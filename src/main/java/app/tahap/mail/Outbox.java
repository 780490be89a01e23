package app.tahap.mail;

import app.tahap.mail.Smtp.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of mails, each step in a transaction of its own. A mail is marked before it is handed to the server, so that
 * it is never handed over twice; see src/docs/decisions/0430-mails-are-sent-at-most-once.md.
 */
@Component
@Transactional
class Outbox {

    /** Half a day of pauses altogether, in which most servers come back. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8));

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A mail as it goes to the server. */
    record Letter(
            long id,
            int attempts,
            boolean automatic,
            String senderName,
            String recipient,
            String recipientName,
            @Nullable String replyTo,
            String subject,
            String body,
            String language,
            String messageId) {

        Locale locale() {
            return Locale.forLanguageTag(language);
        }
    }

    /** Takes a waiting mail to be sent now; empty where it does not wait any more, or somebody else has taken it. */
    Optional<Letter> take(long id, int round) {
        return jdbc.sql("""
                        update mail set state = 'SENDING', attempts = attempts + 1, next_attempt_at = null
                         where id = :id and round = :round and state = 'WAITING'
                        returning id, attempts, author_id is null as automatic, sender_name, recipient, recipient_name,
                                  reply_to, subject, body, language, message_id::text
                        """)
                .param("id", id)
                .param("round", round)
                .query(Letter.class)
                .optional();
    }

    /** Also of one that was given up for lost meanwhile, which is better news. */
    void sent(long id, int round) {
        Optional<MailSentAgain> sent = jdbc.sql("""
                        update mail set state = 'SENT', ended_at = :now, failure = null, failure_detail = null
                         where id = :id and round = :round and state in ('SENDING', 'UNKNOWN')
                        returning id as mail_id, recipient_name, subject
                        """)
                .param("id", id)
                .param("round", round)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(MailSentAgain.class)
                .optional();
        if (round > 1) {
            sent.ifPresent(events::publishEvent);
        }
    }

    /** Notes that it was not sent; answers when to try again, empty for never. */
    Optional<Instant> refused(Letter letter, int round, Refusal refusal) {
        boolean again = refusal.isPassing() && letter.attempts() <= PAUSES.size();
        if (!again) {
            end(letter.id(), round, refusal.isUnknown() ? MailState.UNKNOWN : MailState.FAILED, refusal);
            return Optional.empty();
        }
        Instant next = clock.instant().plus(PAUSES.get(letter.attempts() - 1));
        jdbc.sql("""
                        update mail set state = 'WAITING', next_attempt_at = :next, failure = :failure, failure_detail = :detail
                         where id = :id and round = :round and state = 'SENDING'
                        """)
                .param("id", letter.id())
                .param("round", round)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("failure", refusal.failure().name())
                .param("detail", refusal.detail())
                .update();
        return Optional.of(next);
    }

    /** Who was to send it was killed: if it had been taken, nobody knows whether it was sent. */
    void abandoned(long id, int round) {
        end(id, round, MailState.UNKNOWN, new Refusal(MailFailure.SILENT, false, null));
    }

    private void end(long id, int round, MailState state, Refusal refusal) {
        jdbc.sql("""
                        update mail set state = :state, ended_at = :now, failure = :failure, failure_detail = :detail
                         where id = :id and round = :round and state = 'SENDING'
                        returning id, author_id, recipient_name, subject, path
                        """)
                .param("id", id)
                .param("round", round)
                .param("state", state.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("failure", refusal.failure().name())
                .param("detail", refusal.detail())
                .query((row, number) -> new Ended(
                        row.getObject("author_id", Long.class),
                        row.getString("recipient_name"),
                        row.getString("subject"),
                        row.getString("path")))
                .optional()
                .ifPresent(mail -> mail.tell(id, state == MailState.UNKNOWN, events));
    }

    private record Ended(@Nullable Long authorId, String recipientName, String subject, String path) {

        void tell(long id, boolean unknown, ApplicationEventPublisher events) {
            if (authorId != null) {
                events.publishEvent(new MailFailed(id, authorId, recipientName, subject, path, unknown));
            }
        }
    }
}
