package app.tahap.proposal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.Fixtures;
import app.tahap.TestJobs;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.mail.MailTest;
import app.tahap.mail.ScriptedServer;
import app.tahap.mail.TestMail;
import com.icegreen.greenmail.store.FolderException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@MailTest
class ProposalMailTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TestMail mail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProposalService proposals;

    @Autowired
    ProposalReader reader;

    @Autowired
    TestJobs jobs;

    Viewer ani;
    long deal;
    long proposal;

    @BeforeEach
    void prepare() throws FolderException {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        mail.begin();
        deal = fixtures.deal("Fifty laptops", stages.get(4), ani);
        proposal = proposals.create(deal, null, ani);
        VersionView draft = reader.draft(proposal, ani).orElseThrow();
        LineTerms line = ProposalScene.line("Laptop", "1", "1000");
        proposals.write(proposal, new Draft(draft.head(), draft.texts(), List.of(line)), draft.revision(), ani);
    }

    @Test
    void mailsTheLinkInTheTransactionThatFreezes() {
        assertThat(mvc.get().uri("/proposals/{id}/sending", proposal).with(as(ani)))
                .bodyText()
                .contains("Our proposal: Fifty laptops");
        assertThat(send("dewi@maju.example")).hasStatus3xxRedirection();

        String body = jdbc.sql("select body from mail where recipient = 'dewi@maju.example'")
                .query(String.class)
                .single();
        Matcher link =
                Pattern.compile("https://tahap.example.com(/p/[\\w-]{43})").matcher(body);
        assertThat(link.find()).isTrue();
        assertThat(body).startsWith("Dear Dewi").endsWith("Ani Basuki");
        assertThat(mvc.get().uri(link.group(1)).header("User-Agent", ProposalScene.BROWSER))
                .hasStatusOk()
                .bodyText()
                .contains("Fifty laptops");
        assertThat(jdbc.sql("select recipient from proposal_link")
                        .query(String.class)
                        .single())
                .isEqualTo("dewi@maju.example");
    }

    @Test
    void saysThatTheMailHasNotArrived() {
        try (ScriptedServer server = new ScriptedServer(Map.of("RCPT", "550 5.1.1 no such user"))) {
            mail.goesTo(server.port());
            send("dewi@maju.example");
            assertThat(page()).contains("e-mail to dewi@maju.example:", "on its way");

            jobs.doWhatIsDue();
        }

        assertThat(page())
                .contains("e-mail to dewi@maju.example:", "not sent")
                .doesNotContain("mailed to dewi@maju.example");
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani)))
                .bodyText()
                .contains("The e-mail with proposal 2026-0001, version 1, to dewi@maju.example could not be sent");
    }

    @Test
    void saysThatItWasMailedOnceTheServerHasTakenIt() {
        send("dewi@maju.example");
        jobs.doWhatIsDue();

        assertThat(page()).contains("mailed to dewi@maju.example").doesNotContain("e-mail to dewi@maju.example");
    }

    @Test
    void sendsNothingToWhatIsNoAddress() {
        assertThat(send("dewi")).hasStatus(422).bodyText().contains("That is no e-mail address.", "Dear Dewi");

        assertThat(jdbc.sql("select status from proposal_version")
                        .query(String.class)
                        .single())
                .isEqualTo("DRAFT");
        assertThat(jdbc.sql("select count(*) from mail").query(BigDecimal.class).single())
                .isZero();
    }

    private String page() {
        MvcTestResult answer =
                mvc.get().uri("/proposals/{id}", proposal).with(as(ani)).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult send(String address) {
        return mvc.post()
                .uri("/proposals/{id}/sending", proposal)
                .with(as(ani))
                .with(csrf())
                .param("days", "30")
                .param(
                        "revision",
                        Integer.toString(
                                reader.draft(proposal, ani).orElseThrow().revision()))
                .param("mail", "true")
                .param("address", address)
                .param("subject", "Our proposal")
                .param("text", "Dear Dewi,\n\nhere it is:")
                .exchange();
    }
}
