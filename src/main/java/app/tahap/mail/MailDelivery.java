package app.tahap.mail;

import app.tahap.mail.Outbox.Letter;
import app.tahap.mail.Smtp.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends one mail. No transaction is open while the server is talked to. */
@Component
class MailDelivery {

    private final Outbox outbox;
    private final Smtp smtp;

    MailDelivery(Outbox outbox, Smtp smtp) {
        this.outbox = outbox;
        this.smtp = smtp;
    }

    /** Tries to send a mail, if it still waits; answers when to try again, empty for never. */
    Optional<Instant> deliver(long id, int round) {
        Optional<Letter> taken = outbox.take(id, round);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Letter letter = taken.get();
        Optional<Refusal> refusal = smtp.send(letter);
        if (refusal.isEmpty()) {
            outbox.sent(id, round);
            return Optional.empty();
        }
        return outbox.refused(letter, round, refusal.get());
    }
}
