package app.tahap.correspondence;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.TestJobs;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.mail.MailTest;
import app.tahap.mail.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@MailTest
class DealMailControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TestMail testMail;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock.Turnable clock;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    long deal;
    long person;

    @BeforeEach
    void prepare() throws Exception {
        CorrespondenceScene scene = CorrespondenceScene.set(fixtures, jdbc);
        ani = scene.ani();
        deal = scene.deal();
        person = scene.person();
        testMail.begin();
    }

    @Test
    void beginsWithATemplateThatIsFilledIn() {
        assertThat(write("template=" + template("Follow-up") + "&language=en"))
                .contains("value=\"Fifty laptops: how shall we go on?\"", "Hello Budi,", "Kind regards\nAni Basuki")
                .doesNotContain("{{");
        assertThat(write("template=" + template("Follow-up") + "&language=id"))
                .contains("value=\"Fifty laptops: bagaimana kelanjutannya?\"", "Halo Budi,");
    }

    @Test
    void showsForWhichPlaceholderThereIsNoValue() {
        jdbc.sql("update deal set amount = null").update();

        assertThat(write("template=" + template("Proposal") + "&language=en"))
                .contains("Nothing is known for {{deal.amount}}.", "at {{deal.amount}}.");
        assertThat(send("/mails", "Our proposal", "It costs {{deal.amount}}", UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("Fill in or remove {{deal.amount}} first.", "It costs {{deal.amount}}</textarea>");
        assertThat(mails()).isZero();
    }

    @Test
    void sendsAMailAndNotesItOnTheDeal() throws Exception {
        clock.turn(Duration.ofHours(1));

        assertThat(send("/mails", "Fifty laptops", "Hello Budi,\n<b>bye</b>", UUID.randomUUID()))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/deals/" + deal);
        jobs.doWhatIsDue();

        MimeMessage received = testMail.received().get(0);
        assertThat(received.getAllRecipients()[0]).hasToString("Budi Santoso <budi@example.com>");
        assertThat(received.getReplyTo()[0]).hasToString("Ani Basuki <ani.basuki@example.com>");
        assertThat(received.getFrom()[0]).hasToString("Ani Basuki <sales@nusantara.example>");
        assertThat(page("/deals/" + deal, ani)).contains("Fifty laptops", "&lt;b&gt;bye&lt;/b&gt;");
        assertThat(lastActivity()).isEqualTo(clock.instant());
    }

    @Test
    void sendsOnceWhatWasSentTwice() {
        UUID key = UUID.randomUUID();
        send("/mails", "Hello", "Hello", key);

        assertThat(send("/mails", "Hello", "Hello", key)).hasStatus3xxRedirection();
        assertThat(send("/mails", "Hello", "Another text", key)).hasStatus(409);
        jobs.doWhatIsDue();

        assertThat(testMail.received()).hasSize(1);
    }

    @Test
    void showsAMailBeforeItIsSent() {
        assertThat(send("/mails/preview", "Hello", "Hello <i>Budi</i>\n\nsee https://example.com", UUID.randomUUID()))
                .hasStatusOk()
                .bodyText()
                .contains("<p>Hello &lt;i&gt;Budi&lt;/i&gt;</p>", "<a href=\"https://example.com\">")
                .contains("Hello &lt;i&gt;Budi&lt;/i&gt;");
        assertThat(mails()).isZero();
    }

    @Test
    void fillsInPlaceholdersThatSomebodyTyped() throws Exception {
        String body = "Hello {{person.firstName}}, about {{ deal.title }}";
        assertThat(send("/mails/preview", "{{deal.title}}", body, UUID.randomUUID()))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>Fifty laptops</strong>", "<p>Hello Budi, about Fifty laptops</p>")
                .contains("Hello {{person.firstName}}, about {{ deal.title }}</textarea>")
                .doesNotContain("Nothing is known for");

        assertThat(send("/mails", "{{deal.title}}", body, UUID.randomUUID())).hasStatus3xxRedirection();
        jobs.doWhatIsDue();

        MimeMessage received = testMail.received().get(0);
        assertThat(received.getSubject()).isEqualTo("Fifty laptops");
        assertThat(page("/deals/" + deal, ani)).contains("Hello Budi, about Fifty laptops");
    }

    @Test
    void refusesASubjectThatIsTooLongOnceItIsFilledIn() {
        jdbc.sql("update deal set title = repeat('x', 150)").update();

        assertThat(send("/mails", "{{deal.title}} {{deal.title}}", "Hello", UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"{{deal.title}} {{deal.title}}\"", "aria-invalid=\"true\"");
        assertThat(mails()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'', Text, Write a subject.", "Subject, ' ', Write a text."})
    void refusesHalfAMail(String subject, String body, String reason) {
        assertThat(send("/mails", subject, body, UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains(reason);
        assertThat(mails()).isZero();
    }

    @Test
    void saysInTheHistoryWhatWasNotSent() {
        jdbc.sql("update person set email = 'budi@example.com'").update();
        send("/mails", "Hello", "Hello", UUID.randomUUID());
        jdbc.sql("update mail set state = 'SENDING'").update();
        jdbc.sql("update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = :then")
                .param("then", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        clock.turn(Duration.ofHours(1));
        jobs.takeOverFromTheDead();

        assertThat(page("/deals/" + deal, ani))
                .contains("Nobody knows whether the e-mail “Hello” to Budi Santoso was sent");
    }

    @Test
    void countsAsContactOnlyWhatWasSent() {
        testMail.whileRefusing(() -> {
            send("/mails", "Hello", "Hello", UUID.randomUUID());
            assertThat(contacts()).isEqualTo(1);
            jobs.doWhatIsDue();
        });
        assertThat(contacts()).isZero();
        assertThat(page("/deals/" + deal, ani)).contains("The e-mail “Hello” to Budi Santoso could not be sent");

        assertThat(toMail("attempt")).hasStatus3xxRedirection();
        jobs.doWhatIsDue();

        assertThat(contacts()).isEqualTo(1);
        assertThat(page("/deals/" + deal, ani)).contains("The e-mail “Hello” to Budi Santoso was sent after all");
    }

    @Test
    void countsNoMailAsContactThatItsAuthorGaveUp() {
        send("/mails", "Hello", "Hello", UUID.randomUUID());

        assertThat(toMail("withdrawal")).hasStatus3xxRedirection();

        assertThat(contacts()).isZero();
        assertThat(page("/deals/" + deal, ani)).contains("“Hello” to Budi Santoso was given up before it was sent");
    }

    private MvcTestResult toMail(String what) {
        long mail = jdbc.sql("select id from mail").query(Long.class).single();
        return mvc.post()
                .uri("/mails/{id}/{what}", mail, what)
                .with(as(ani))
                .with(csrf())
                .exchange();
    }

    private int contacts() {
        return jdbc.sql("select count(*) from activity where done_at is not null and deleted_at is null")
                .query(Integer.class)
                .single();
    }

    @Test
    void leadsToWhereAnAddressIsMissing() {
        jdbc.sql("update person set email = null").update();
        assertThat(write("")).contains("Budi Santoso has no e-mail address", "/people/" + person + "/edit");
        assertThat(send("/mails", "Hello", "Hello", UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("There is nobody with an e-mail address on this deal.");

        jdbc.sql("update deal set person_id = null").update();
        assertThat(write("")).contains("This deal has no person to write to.", "/deals/" + deal + "/edit");
    }

    @Test
    void hidesDealsFromThoseWhoMayNotSeeThem() {
        Viewer budi = fixtures.user("Budi", Role.REP);
        fixtures.letRepsSee(Visibility.OWN);

        for (String path : List.of("/mails", "/mails/preview", "/mails/log")) {
            assertThat(send(path, "Hello", "Hello", UUID.randomUUID(), fixtures.viewer(budi.id())))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/deals/{id}/mails/new", deal).with(as(fixtures.viewer(budi.id()))))
                .hasStatus(404);
        assertThat(mails()).isZero();
    }

    @Test
    void fillsInNothingFromTemplatesOfOthers() {
        jdbc.sql("update mail_template set owner_id = :other")
                .param("other", fixtures.user("Budi", Role.REP).id())
                .update();

        assertThat(write("template=" + template("Follow-up") + "&language=en")).doesNotContain("how shall we go on");
    }

    private String write(String query) {
        return page("/deals/" + deal + "/mails/new?" + query, ani);
    }

    private String page(String uri, Viewer viewer) {
        MvcTestResult answer = mvc.get().uri(uri).with(as(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult send(String path, String subject, String body, UUID key) {
        return send(path, subject, body, key, ani);
    }

    private MvcTestResult send(String path, String subject, String body, UUID key, Viewer viewer) {
        return mvc.post()
                .uri("/deals/" + deal + path)
                .with(as(viewer))
                .with(csrf())
                .param("language", "en")
                .param("subject", subject)
                .param("body", body)
                .param("key", key.toString())
                .exchange();
    }

    private long template(String name) {
        return jdbc.sql("select id from mail_template where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private int mails() {
        return jdbc.sql("select (select count(*) from mail) + (select count(*) from deal_mail)")
                .query(Integer.class)
                .single();
    }

    private Instant lastActivity() {
        return jdbc.sql("select last_activity_at from deal")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
