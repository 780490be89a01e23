package app.tahap.correspondence;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class TemplateControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    Viewer admin;
    long deal;

    @BeforeEach
    void prepare() {
        CorrespondenceScene scene = CorrespondenceScene.set(fixtures, jdbc);
        ani = scene.ani();
        deal = scene.deal();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
    }

    @Test
    void beginsWithTemplatesInBothLanguages() {
        assertThat(page("/mail-templates", ani))
                .contains("First contact", "Follow-up", "Proposal", "After a lost deal");
        assertThat(jdbc.sql(
                                "select language || ' ' || count(*) from mail_template_text group by language order by language")
                        .query(String.class)
                        .list())
                .containsExactly("en 4", "id 4");
        assertThat(jdbc.sql("select subject || body from mail_template_text")
                        .query(String.class)
                        .list())
                .allSatisfy(
                        text -> assertThat(new PlaceholderText(text).unknown()).isEmpty());
    }

    @Test
    void keepsATemplateOfOnesOwnToOneself() {
        assertThat(save("/mail-templates", ani, "Mine", true, "Hello {{person.name}}", "Text", null))
                .hasStatus3xxRedirection();

        assertThat(page("/mail-templates", ani)).contains("Mine");
        assertThat(page("/mail-templates", admin)).doesNotContain("Mine");
        assertThat(mvc.get().uri("/mail-templates/{id}", template("Mine")).with(as(admin)))
                .hasStatus(404);
    }

    @Test
    void letsAdministratorsWriteForEverybody() {
        save("/mail-templates", admin, "Ours", true, "Hello", "Text", null);

        assertThat(page("/mail-templates", ani)).contains("Ours");
        String uri = "/mail-templates/" + template("Ours");
        assertThat(mvc.get().uri(uri).with(as(ani))).hasStatus(404);
        assertThat(save(uri, ani, "Theirs", true, "Hello", "Text", "0")).hasStatus(404);
        assertThat(mvc.post().uri(uri + "/deletion").with(as(ani)).with(csrf())).hasStatus(404);
        assertThat(save(uri, admin, "Ours 2", true, "Hello", "Text", "0")).hasStatus3xxRedirection();
        assertThat(save(uri, admin, "Ours 3", true, "Hello", "Text", "0")).hasStatus(409);
        assertThat(mvc.post().uri(uri + "/deletion").with(as(admin)).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(page("/mail-templates", ani)).doesNotContain("Ours");
    }

    @Test
    void namesAPlaceholderThatThereIsNotAtItsField() {
        assertThat(save(
                        "/mail-templates",
                        ani,
                        "Mine",
                        false,
                        "Hello {{person.nickname}}",
                        "{{deal.title}} {{x}}",
                        null))
                .hasStatus(422)
                .bodyText()
                .contains("{{person.nickname}} is not among", "{{x}} is not among")
                .contains("id=\"subjectEn-error\"", "id=\"bodyEn-error\"", "value=\"Hello {{person.nickname}}\"");
        assertThat(names()).doesNotContain("Mine");
    }

    @Test
    void refusesATemplateThatSaysNothing() {
        assertThat(save("/mail-templates", ani, "", false, "", "", null))
                .hasStatus(422)
                .bodyText()
                .contains("Give the template a name.", "Write a subject and a text in at least one language.");
        assertThat(save("/mail-templates", ani, "Mine", false, "Hello", "", null))
                .hasStatus(422)
                .bodyText()
                .contains("Write a text.");
    }

    @Test
    void makesATemplateOnceThatWasSentTwice() {
        UUID key = UUID.randomUUID();
        for (int time = 0; time < 2; time++) {
            assertThat(mvc.post()
                            .uri("/mail-templates")
                            .with(as(ani))
                            .with(csrf())
                            .param("name", "Mine")
                            .param("subjectId", "Halo")
                            .param("bodyId", "Isi")
                            .param("key", key.toString()))
                    .hasStatus3xxRedirection();
        }

        assertThat(names()).containsOnlyOnce("Mine");
    }

    @Test
    void saysWhereNoServerIsSetUpAndLogsWhatWasSentElsewhere() {
        assertThat(page("/deals/" + deal + "/mails/new?language=en&template=" + template("Follow-up"), ani))
                .contains("Tahap is not set up to send e-mail. Open the text in your e-mail program")
                .contains(
                        "href=\"mailto:budi@example.com?subject=Fifty%20laptops%3A%20how%20shall%20we%20go%20on%3F&amp;body=Hello%20Budi%2C%0D%0A")
                .doesNotContain(">Send<");

        assertThat(mail("/mails")).hasStatus(422).bodyText().contains("No mail server has been set up");
        assertThat(mail("/mails/log")).hasStatus3xxRedirection();

        assertThat(page("/deals/" + deal, ani)).contains("Sent from my phone");
        assertThat(jdbc.sql("select count(*) from mail").query(Integer.class).single())
                .isZero();
    }

    private MvcTestResult mail(String path) {
        return mvc.post()
                .uri("/deals/" + deal + path)
                .with(as(ani))
                .with(csrf())
                .param("language", "en")
                .param("subject", "Hello")
                .param("body", "Sent from my phone")
                .param("key", UUID.randomUUID().toString())
                .exchange();
    }

    private MvcTestResult save(
            String uri,
            Viewer viewer,
            String name,
            boolean shared,
            String subject,
            String body,
            @Nullable String version) {
        var request = mvc.post()
                .uri(uri)
                .with(as(viewer))
                .with(csrf())
                .param("name", name)
                .param("shared", Boolean.toString(shared))
                .param("subjectEn", subject)
                .param("bodyEn", body)
                .param("key", UUID.randomUUID().toString());
        return (version == null ? request : request.param("version", version)).exchange();
    }

    private String page(String uri, Viewer viewer) {
        MvcTestResult answer = mvc.get().uri(uri).with(as(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private long template(String name) {
        return jdbc.sql("select id from mail_template where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private List<String> names() {
        return jdbc.sql("select name from mail_template").query(String.class).list();
    }
}
