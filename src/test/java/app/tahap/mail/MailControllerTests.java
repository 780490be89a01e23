package app.tahap.mail;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.Fixtures;
import app.tahap.TestJobs;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@MailTest
class MailControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Mails mails;

    @Autowired
    TestMail testMail;

    @Autowired
    TestJobs jobs;

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
    void showsItsAuthorWhyAMailWasNotSent() {
        long id = refusedMail();

        assertThat(mvc.get().uri("/mails").with(as(author())))
                .hasStatusOk()
                .bodyText()
                .contains("Hello &amp; welcome", "not sent", "The mail server refused it.");
        assertThat(mvc.get().uri("/mails/{id}", id).with(as(author())))
                .hasStatusOk()
                .bodyText()
                .contains("The mail server said: 550 5.1.1 no such user", "Send again", "Do not send it");
    }

    @Test
    void sendsAgainWhatItsAuthorWants() {
        long id = refusedMail();

        assertThat(post(id, "attempt", author())).hasStatus3xxRedirection();
        jobs.doWhatIsDue();

        assertThat(testMail.received()).hasSize(1);
        assertThat(mvc.get().uri("/mails/{id}", id).with(as(author())))
                .bodyText()
                .contains(">sent<")
                .doesNotContain("Send again");
        assertThat(post(id, "attempt", author())).hasStatus(422);
    }

    @Test
    void doesNotSendWhatItsAuthorGaveUp() {
        long id = send();
        assertThat(post(id, "withdrawal", author())).hasStatus3xxRedirection();

        jobs.doWhatIsDue();

        assertThat(testMail.received()).isEmpty();
        assertThat(mvc.get().uri("/mails/{id}", id).with(as(author())))
                .bodyText()
                .contains(">given up<");
        assertThat(post(id, "attempt", author())).hasStatus(422);
    }

    @Test
    void hidesMailsOfOthers() {
        long id = refusedMail();
        Viewer admin = fixtures.user("Admin", Role.ADMINISTRATOR);

        assertThat(mvc.get().uri("/mails/{id}", id).with(as(admin))).hasStatus(404);
        assertThat(post(id, "attempt", admin)).hasStatus(404);
        assertThat(post(id, "withdrawal", admin)).hasStatus(404);
        assertThat(mvc.get().uri("/mails").with(as(admin))).bodyText().doesNotContain("welcome");
    }

    @Test
    void setsWhoMailsComeFrom() {
        Viewer admin = fixtures.user("Admin", Role.ADMINISTRATOR);

        assertThat(setSender("Nusantara Sales", "not an address", "0", admin))
                .hasStatus(422)
                .bodyText()
                .contains("is not an e-mail address that mail can go to", "Nusantara Sales");
        assertThat(setSender("Nusantara Sales", "hello@nusantara.example", "0", admin))
                .hasStatus3xxRedirection();
        assertThat(setSender("Else", "else@nusantara.example", "0", admin)).hasStatus(409);

        assertThat(jdbc.sql("select name || ' ' || address from mail_sender")
                        .query(String.class)
                        .single())
                .isEqualTo("Nusantara Sales hello@nusantara.example");
    }

    @Test
    void sendsATestToTheAdministratorWhoAsks() {
        Viewer admin = fixtures.user("Admin", Role.ADMINISTRATOR);

        assertThat(mvc.post().uri("/settings/mail/test").with(as(admin)).with(csrf()))
                .hasStatus3xxRedirection();
        jobs.doWhatIsDue();

        assertThat(testMail.received()).hasSize(1);
    }

    private MvcTestResult setSender(String name, String address, String version, Viewer admin) {
        return mvc.post()
                .uri("/settings/mail")
                .with(as(admin))
                .with(csrf())
                .param("name", name)
                .param("address", address)
                .param("version", version)
                .exchange();
    }

    private MvcTestResult post(long id, String what, Viewer viewer) {
        return mvc.post()
                .uri("/mails/{id}/{what}", id, what)
                .with(as(viewer))
                .with(csrf())
                .exchange();
    }

    private long refusedMail() {
        try (ScriptedServer server = new ScriptedServer(Map.of("RCPT", "550 5.1.1 no such user"))) {
            testMail.goesTo(server.port());
            long id = send();
            jobs.doWhatIsDue();
            testMail.goesToServer();
            return id;
        }
    }

    private long send() {
        Mail mail = new Mail(
                author().id(),
                "Ani Basuki",
                "budi@example.com",
                "Budi Santoso",
                null,
                "Hello & welcome",
                "Hello",
                Locale.ENGLISH,
                "/deals/1",
                null);
        return transactions.execute(status -> mails.send(mail)).orElseThrow();
    }

    private Viewer author() {
        return Objects.requireNonNull(ani);
    }
}
