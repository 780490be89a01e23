package app.tahap.proposal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.mail.MailTest;
import app.tahap.mail.TestMail;
import com.icegreen.greenmail.store.FolderException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

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

    Viewer ani;
    long proposal;

    @BeforeEach
    void prepare() throws FolderException {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        mail.begin();
        proposal = proposals.create(fixtures.deal("Fifty laptops", stages.get(4), ani), null, ani);
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
    void sendsNothingToWhatIsNoAddress() {
        assertThat(send("dewi")).hasStatus(422).bodyText().contains("That is no e-mail address.", "Dear Dewi");

        assertThat(jdbc.sql("select status from proposal_version")
                        .query(String.class)
                        .single())
                .isEqualTo("DRAFT");
        assertThat(jdbc.sql("select count(*) from mail").query(BigDecimal.class).single())
                .isZero();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult send(String address) {
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
