package app.tahap.notification;

import app.tahap.mail.MailFailed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells an author whose mail was not sent, or perhaps not. */
@Component
class MailFailureNotice {

    private final Notifications notifications;

    MailFailureNotice(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void tell(MailFailed failed) {
        String message = failed.unknown() ? "notification.mail.unknown" : "notification.mail.failed";
        notifications.send(
                failed.authorId(),
                Notification.of(
                        Topic.MAIL,
                        message,
                        "/mails/" + failed.mailId(),
                        Argument.of(failed.recipientName()),
                        Argument.of(failed.subject())));
    }
}
