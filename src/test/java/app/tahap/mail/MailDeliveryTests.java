package app.tahap.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.TestJobs;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MailTest
class MailDeliveryTests {

    @Autowired
    Mails mails;

    @Autowired
    MailDelivery delivery;

    @Autowired
    TestMail testMail;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock.Turnable clock;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Nullable Viewer ani;

    @BeforeEach
    void prepare() throws Exception {
        fixtures.workspace();
        ani = fixtures.user("Ani Basuki", Role.REP);
        testMail.begin();
    }

    @Test
    void sendsAMailAsPlainTextAndAsHtml() throws MessagingException, IOException {
        send(mail(
                "Penawaran: 50 laptop – “Rp 1 miliar” 📦",
                "Halo Budi,\r\n\r\nlihat https://example.com/a?b=1&c=2.\r\n<b>Ani</b>"));

        jobs.doWhatIsDue();

        MimeMessage received = onlyOne();
        assertThat(received.getSubject()).isEqualTo("Penawaran: 50 laptop – “Rp 1 miliar” 📦");
        assertThat(received.getFrom()[0]).hasToString("Ani Basuki <sales@nusantara.example>");
        assertThat(received.getReplyTo()[0]).hasToString("Ani Basuki <ani@nusantara.example>");
        assertThat(received.getAllRecipients()[0]).hasToString("Budi Santoso <budi@example.com>");
        assertThat(received.getHeader("Auto-Submitted")).isNull();
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .isEqualToNormalizingNewlines("Halo Budi,\n\nlihat https://example.com/a?b=1&c=2.\n<b>Ani</b>");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains(
                        "<p>Halo Budi,</p>",
                        "<a href=\"https://example.com/a?b=1&amp;c=2\">https://example.com/a?b=1&amp;c=2</a>.<br>",
                        "&lt;b&gt;Ani&lt;/b&gt;");
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void sendsNothingOfWhatDidNotHappen() {
        transactions.executeWithoutResult(status -> {
            mails.send(mail("Hello", "Hello"));
            status.setRollbackOnly();
        });

        jobs.doWhatIsDue();

        assertThat(testMail.received()).isEmpty();
    }

    @Test
    void sendsTheSameOnceWhereItHasAKey() {
        send(keyed("proposal-7"));
        send(keyed("proposal-7"));

        jobs.doWhatIsDue();

        assertThat(testMail.received()).hasSize(1);
    }

    @Test
    void sendsAMailOnceThatTwoReplicasTakeAtOnce() {
        for (int number = 0; number < 10; number++) {
            long id = send(mail("Hello " + number, "Hello"));
            CompletableFuture<?> other = CompletableFuture.runAsync(() -> delivery.deliver(id, 1));
            delivery.deliver(id, 1);
            other.join();
        }

        assertThat(testMail.received()).hasSize(10);
        assertThat(jdbc.sql("select distinct state from mail")
                        .query(String.class)
                        .list())
                .containsExactly("SENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hello\r\nBcc: eve@example.com", "Hello\nBcc: eve@example.com", "Hello\u2028Bcc: eve@example.com"
            })
    void letsNoSubjectBeginAnotherHeader(String subject) throws MessagingException {
        send(mail(subject, "Hello"));

        jobs.doWhatIsDue();

        assertThat(onlyOne().getSubject()).isEqualTo("Hello Bcc: eve@example.com");
        assertThat(onlyOne().getHeader("Bcc")).isNull();
        assertThat(onlyOne().getAllRecipients()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "budi",
                "budi@",
                "a@b.com, c@d.com",
                "budi@example.com\r\nBcc: eve@example.com",
                "Budi <b@example.com>"
            })
    void refusesWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> new Mail(null, "A", address, "B", null, "S", "T", Locale.ENGLISH, "/deals", null))
                .isInstanceOf(InvalidAddressException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 too busy, BUSY",
        "MAIL, 451 try later, BUSY",
        "RCPT, 450 mailbox busy, BUSY",
        "DATA, 452 no space, BUSY",
        "., 451 try later, BUSY",
        "CONNECT, silence, UNREACHABLE",
        "MAIL, silence, UNREACHABLE",
        "DATA, break, UNREACHABLE"
    })
    void triesAgainLaterWhereSurelyNothingWasSent(String command, String answer, String failure) {
        try (ScriptedServer server = new ScriptedServer(Map.of(command, answer))) {
            testMail.goesTo(server.port());
            send(mail("Hello", "Hello"));
            jobs.doWhatIsDue();

            assertThat(state()).isEqualTo("WAITING");
            assertThat(failure()).isEqualTo(failure);
        }
        testMail.goesToServer();
        jobs.doWhatIsDue();
        assertThat(testMail.received()).isEmpty();

        clock.turn(Duration.ofMinutes(1));
        jobs.doWhatIsDue();

        assertThat(testMail.received()).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 550 sender unknown", "RCPT, 550 5.1.1 no such user", "., 554 looks like spam"})
    void tellsTheAuthorAtOnceWhatTheServerRefusesForGood(String command, String answer) {
        try (ScriptedServer server = new ScriptedServer(Map.of(command, answer))) {
            testMail.goesTo(server.port());
            long id = send(mail("Hello", "Hello"));
            jobs.doWhatIsDue();

            assertThat(state()).isEqualTo("FAILED");
            assertThat(failure()).isEqualTo("REFUSED");
            assertThat(jdbc.sql("select failure_detail from mail")
                            .query(String.class)
                            .single())
                    .isEqualTo(answer);
            assertThat(told()).isEqualTo("notification.mail.failed /mails/" + id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedServer.SILENCE, ScriptedServer.BREAK})
    void doesNotSendAgainWhatMayHaveBeenAccepted(String answer) {
        try (ScriptedServer server = new ScriptedServer(Map.of(".", answer))) {
            testMail.goesTo(server.port());
            long id = send(mail("Hello", "Hello"));
            jobs.doWhatIsDue();
            assertThat(server.texts()).isEqualTo(1);

            clock.turn(Duration.ofDays(2));
            jobs.doWhatIsDue();

            assertThat(server.texts()).isEqualTo(1);
            assertThat(state()).isEqualTo("UNKNOWN");
            assertThat(told()).isEqualTo("notification.mail.unknown /mails/" + id);
        }
    }

    @Test
    void triesWithGrowingPausesAndThenTellsTheAuthor() throws IOException {
        testMail.goesTo(closedPort());
        send(mail("Hello", "Hello"));
        jobs.doWhatIsDue();

        for (Duration pause : Outbox.PAUSES) {
            assertThat(state()).isEqualTo("WAITING");
            clock.turn(pause.minusSeconds(1));
            int before = attempts();
            jobs.doWhatIsDue();
            assertThat(attempts()).isEqualTo(before);
            clock.turn(Duration.ofSeconds(1));
            jobs.doWhatIsDue();
            assertThat(attempts()).isEqualTo(before + 1);
        }

        assertThat(state()).isEqualTo("FAILED");
        assertThat(failure()).isEqualTo("UNREACHABLE");
        assertThat(told()).startsWith("notification.mail.failed");
    }

    /** Killed between the server's yes and our note of it: the row is as such a replica left it. */
    @Test
    void leavesToTheAuthorWhatAKilledReplicaWasSending() {
        long id = send(mail("Hello", "Hello"));
        jdbc.sql("update mail set state = 'SENDING', attempts = 1").update();
        jdbc.sql("update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = :then")
                .param("then", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jobs.doWhatIsDue();
        assertThat(state()).isEqualTo("SENDING");

        clock.turn(Duration.ofHours(1));
        jobs.takeOverFromTheDead();
        jobs.doWhatIsDue();

        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(told()).isEqualTo("notification.mail.unknown /mails/" + id);
        assertThat(testMail.received()).isEmpty();
        assertThat(jdbc.sql("select count(*) from scheduled_tasks")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Killed after the job was taken, but before the mail was: nothing can have been sent. */
    @Test
    void sendsWhatAKilledReplicaHadNotBegun() {
        send(mail("Hello", "Hello"));
        jdbc.sql("update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = :then")
                .param("then", clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        clock.turn(Duration.ofHours(1));
        jobs.takeOverFromTheDead();
        jobs.doWhatIsDue();

        assertThat(testMail.received()).hasSize(1);
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void sendsWithTheSameIdWhatIsSentAgain() throws MessagingException {
        long id = send(mail("Hello", "Hello"));
        jobs.doWhatIsDue();
        jdbc.sql("update mail set state = 'WAITING', round = 2").update();
        delivery.deliver(id, 2);

        List<MimeMessage> received = testMail.received();
        assertThat(received).hasSize(2);
        assertThat(received.get(1).getMessageID())
                .isEqualTo(received.get(0).getMessageID())
                .endsWith("@nusantara.example>");
    }

    private Mail mail(String subject, String body) {
        return mail(subject, body, null);
    }

    private Mail keyed(String key) {
        return mail("Hello", "Hello", key);
    }

    private Mail mail(String subject, String body, @Nullable String key) {
        return new Mail(
                author().id(),
                "Ani Basuki",
                "budi@example.com",
                "Budi Santoso",
                "ani@nusantara.example",
                subject,
                body,
                Locale.ENGLISH,
                "/deals/1",
                key);
    }

    private Viewer author() {
        return Objects.requireNonNull(ani);
    }

    private long send(Mail mail) {
        return transactions.execute(status -> mails.send(mail)).orElse(0L);
    }

    private MimeMessage onlyOne() {
        assertThat(testMail.received()).hasSize(1);
        return testMail.received().get(0);
    }

    private String state() {
        return jdbc.sql("select state from mail").query(String.class).single();
    }

    private String failure() {
        return jdbc.sql("select failure from mail").query(String.class).single();
    }

    private int attempts() {
        return jdbc.sql("select attempts from mail").query(Integer.class).single();
    }

    private String told() {
        return jdbc.sql("select message || ' ' || path from notification where user_id = :ani")
                .param("ani", author().id())
                .query(String.class)
                .single();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
