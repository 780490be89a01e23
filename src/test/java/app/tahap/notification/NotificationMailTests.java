package app.tahap.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.TestJobs;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.mail.MailTest;
import app.tahap.mail.TestMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MailTest
class NotificationMailTests {

    @Autowired
    Notifications notifications;

    @Autowired
    NotificationChoices choices;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TestMail testMail;

    @Autowired
    TestJobs jobs;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    Viewer budi;
    long deal;

    @BeforeEach
    void prepare() throws Exception {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        budi = fixtures.user("Budi Santoso", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        testMail.begin();
    }

    @Test
    void writesToEachInTheOwnLanguageWithALinkToThePage() throws Exception {
        jdbc.sql("update users set language = 'id' where id = :id")
                .param("id", budi.id())
                .update();

        tell(Topic.MENTION);

        MimeMessage english = to(ani);
        assertThat(english.getSubject()).isEqualTo("Citra mentioned you in a note about “Fifty laptops”");
        assertThat(english.getFrom()[0]).hasToString("Nusantara <sales@nusantara.example>");
        assertThat(english.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String text = ((MimeMultipart) english.getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
        assertThat(text).contains("Hello Ani Basuki", "https://tahap.example.com/deals/" + deal);
        assertThat(to(budi).getSubject()).isEqualTo("Citra menyebut Anda dalam catatan tentang “Fifty laptops”");
    }

    @Test
    void writesToNobodyWhoDoesNotWishIt() throws Exception {
        choices.choose(budi.id(), Set.of(Topic.REMINDER));

        tell(Topic.MENTION);

        assertThat(testMail.received()).hasSize(1);
        assertThat(to(ani)).isNotNull();
    }

    @Test
    void tellsByNoMailThatAMailWasNotSent() {
        tell(Topic.MAIL);

        assertThat(testMail.received()).isEmpty();
    }

    @Test
    void writesNothingWithoutAnAddressToSendFrom() {
        jdbc.sql("delete from mail_sender").update();

        tell(Topic.MENTION);

        assertThat(jdbc.sql("select count(*) from mail").query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from notification")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private void tell(Topic topic) {
        Notification notification = Notification.ofDeal(
                topic, "deal.mention.told", deal, Argument.of("Citra"), Argument.of("Fifty laptops"));
        transactions.executeWithoutResult(status -> notifications.send(List.of(ani.id(), budi.id()), notification));
        jobs.doWhatIsDue();
    }

    private MimeMessage to(Viewer viewer) throws Exception {
        for (MimeMessage mail : testMail.received()) {
            if (mail.getAllRecipients()[0].toString().contains(viewer.email())) {
                return mail;
            }
        }
        throw new AssertionError("No mail to " + viewer.email());
    }
}
