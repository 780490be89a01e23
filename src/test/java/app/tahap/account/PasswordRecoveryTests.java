package app.tahap.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class PasswordRecoveryTests {

    private static final Pattern LINK = Pattern.compile("\\Rhttp://localhost:8080(/invitations/[\\w-]{43})\\R");
    private static final String NEW = "sunrise over the volcano";

    @Autowired
    UserRepository users;

    @Autowired
    Invitations invitations;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    PasswordRecovery recovery;
    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        ani = fixtures.user("Ani", Role.ADMINISTRATOR);
        fixtures.user("Budi", Role.MANAGER);
        recovery = new PasswordRecovery(users, invitations, new PublicAddress(""));
    }

    @Test
    void letsAnAdministratorChooseANewPassword(CapturedOutput output) {
        String link = recover("--email=Ani@Example.com", output);

        assertThat(recovery.getExitCode()).isZero();
        assertThat(logIn(Fixtures.PASSWORD)).as("the old one serves meanwhile").hasRedirectedUrl("/board");
        assertThat(mvc.get().uri(link)).hasStatusOk().bodyText().contains("A new password for Ani");
        assertThat(accept(link)).hasRedirectedUrl("/board");
        assertThat(logIn(NEW)).hasRedirectedUrl("/board");
        assertThat(logIn(Fixtures.PASSWORD)).hasStatus(401);
        assertThat(accept(link)).as("it serves once").hasStatus(410);
    }

    @Test
    void servesForAnHour(CapturedOutput output) {
        String link = recover("--email=ani@example.com", output);

        clock.turn(Duration.ofMinutes(59));
        assertThat(mvc.get().uri(link)).hasStatusOk();
        clock.turn(Duration.ofMinutes(1));

        assertThat(accept(link)).hasStatus(410);
        assertThat(logIn(NEW)).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.com", "budi@example.com", ""})
    void makesNoLinkForAnybodyElse(String email, CapturedOutput output) {
        recovery.run(new DefaultApplicationArguments("--email=" + email));

        assertRefused(
                "No active administrator has the e-mail address " + email + ". Administrators: ani@example.com.",
                output);
    }

    @Test
    void makesNoLinkForADeactivatedAdministrator(CapturedOutput output) {
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", ani.id())
                .update();

        recovery.run(new DefaultApplicationArguments("--email=ani@example.com"));

        assertRefused(
                "No active administrator has the e-mail address ani@example.com. This database has none yet.", output);
    }

    @Test
    void asksWhoseIfNobodyIsNamed(CapturedOutput output) {
        recovery.run(new DefaultApplicationArguments());

        assertRefused("Say whose password is lost: --email=ani@example.com. Administrators: ani@example.com.", output);
    }

    private void assertRefused(String line, CapturedOutput output) {
        assertThat(recovery.getExitCode()).isEqualTo(1);
        assertThat(output.getErr()).isEqualTo(line + System.lineSeparator());
        assertThat(output.getOut()).doesNotContain("/invitations/");
        assertThat(jdbc.sql("select count(*) from invitation")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String recover(String argument, CapturedOutput output) {
        recovery.run(new DefaultApplicationArguments(argument));
        Matcher link = LINK.matcher(output.getOut());
        assertThat(link.find()).as(output.getOut()).isTrue();
        return link.group(1);
    }

    private MvcTestResult accept(String link) {
        return mvc.post().uri(link).with(csrf()).param("password", NEW).exchange();
    }

    private MvcTestResult logIn(String password) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .param("email", "ani@example.com")
                .param("password", password)
                .exchange();
    }
}
