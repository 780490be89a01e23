package app.tahap.notification;

import app.tahap.account.PublicAddress;
import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import app.tahap.mail.Addresses;
import app.tahap.mail.Mail;
import app.tahap.mail.MailServer;
import app.tahap.mail.Mails;
import java.util.Collection;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sends notifications by e-mail to those who wish it, in their language; nothing where no mail can be sent. */
@Component
class NotificationMails {

    private final MailServer server;
    private final Mails mails;
    private final NotificationChoices choices;
    private final NotificationWords words;
    private final Viewers viewers;
    private final PublicAddress address;
    private final MessageSource messages;

    NotificationMails(
            MailServer server,
            Mails mails,
            NotificationChoices choices,
            NotificationWords words,
            Viewers viewers,
            PublicAddress address,
            MessageSource messages) {
        this.server = server;
        this.mails = mails;
        this.choices = choices;
        this.words = words;
        this.viewers = viewers;
        this.address = address;
        this.messages = messages;
    }

    void send(Collection<Long> userIds, Notification notification) {
        if (notification.topic().canBeMailed() && server.isReady()) {
            choices.wishing(userIds, notification.topic()).stream()
                    .map(viewers::find)
                    .flatMap(Optional::stream)
                    .filter(viewer -> viewer.email() != null && Addresses.isValid(viewer.email()))
                    .forEach(viewer -> send(viewer, notification));
        }
    }

    private void send(Viewer viewer, Notification notification) {
        String text = words.of(notification.message(), notification.arguments(), viewer);
        Object[] arguments = {
            viewer.name(),
            text,
            address.known(notification.path()).orElse(""),
            address.known("/profile/notifications").orElse("")
        };
        String body = address.isKnown() ? "notification.mail.body" : "notification.mail.body.unlinked";
        mails.send(new Mail(
                null,
                viewer.workspace(),
                viewer.email(),
                viewer.name(),
                null,
                text,
                messages.getMessage(body, arguments, viewer.locale()),
                viewer.locale(),
                notification.path(),
                notification.key() == null ? null : "notification-" + viewer.id() + "-" + notification.key()));
    }
}
