package app.tahap.notification;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.money.Money;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class NotificationControllerTests {

    private static final String WORDS = "notification.mail.failed";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Notifications notifications;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    List<Stage> stages = List.of();
    Viewer ani;
    Viewer budi;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        budi = fixtures.user("Budi Santoso", Role.REP);
    }

    @Test
    void showsANotificationInTheLanguageOfItsReader() {
        send(ani, notification("<b>Citra</b>"));
        assertThat(page(ani)).contains("Your e-mail “Hello” to &lt;b&gt;Citra&lt;/b&gt; could not be sent");

        jdbc.sql("update users set language = 'id'").update();

        assertThat(page(fixtures.viewer(ani.id()))).contains("Email Anda “Hello” untuk &lt;b&gt;Citra");
    }

    @Test
    void writesArgumentsAsTheReaderDoes() {
        Argument[] arguments = {
            Argument.of(new Money(new BigDecimal("1500000"), "IDR")), Argument.of(LocalDate.of(2026, 5, 31))
        };
        send(ani, Notification.of(Topic.REMINDER, WORDS, "/deals", arguments));

        assertThat(page(ani)).contains("“31 May 2026” to IDR\u00A01,500,000 could");
    }

    @Test
    void showsNobodyWhatOthersWereTold() {
        send(ani, notification("Citra"));

        assertThat(page(budi)).contains("Nothing yet").doesNotContain("Citra");
        assertThat(read(budi, newest())).hasStatus(404);
        assertThat(unread(ani)).isEqualTo("1");
    }

    @Test
    void hidesWhatIsAboutADealThatTheUserMayNotSeeAnyMore() {
        long deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        send(budi, Notification.ofDeal(Topic.MENTION, WORDS, deal, Argument.of("Citra"), Argument.of("Hello")));
        assertThat(unread(budi)).isEqualTo("1");
        assertThat(page(budi)).contains("Citra");

        fixtures.letRepsSee(Visibility.OWN);
        Viewer limited = fixtures.viewer(budi.id());

        assertThat(unread(limited)).isEqualTo("0");
        assertThat(page(limited)).doesNotContain("Citra");
        assertThat(read(limited, newest())).hasStatus(404);
    }

    @Test
    void leadsToThePageAndCountsAsRead() {
        send(ani, notification("Citra"));

        assertThat(read(ani, newest()))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/mails/1");

        assertThat(unread(ani)).isEqualTo("0");
    }

    @Test
    void marksAsReadWhatThePageShowedAndNothingLater() {
        send(ani, notification("Citra"));
        long shown = newest();
        send(ani, notification("Daniel"));

        assertThat(mvc.post()
                        .uri("/notifications/reading")
                        .with(as(ani))
                        .with(csrf())
                        .param("newest", Long.toString(shown)))
                .hasStatus3xxRedirection();

        assertThat(unread(ani)).isEqualTo("1");
        assertThat(bodyOf("/notifications?unread=true", ani)).contains("Daniel").doesNotContain("Citra");
    }

    @Test
    void tellsTheSameOnceWhereItHasAKey() {
        send(ani, notification("Citra").once("reminder-1"));
        send(ani, notification("Citra").once("reminder-1"));
        send(budi, notification("Citra").once("reminder-1"));

        assertThat(unread(ani)).isEqualTo("1");
        assertThat(unread(budi)).isEqualTo("1");
    }

    @Test
    void tellsNothingOfWhatDidNotHappen() {
        transactions.executeWithoutResult(status -> {
            notifications.send(ani.id(), notification("Citra"));
            status.setRollbackOnly();
        });

        assertThat(unread(ani)).isEqualTo("0");
    }

    @Test
    void belongsToATransaction() {
        assertThatThrownBy(() -> notifications.send(ani.id(), notification("Citra")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void tellsADeactivatedUserNothing() {
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", budi.id())
                .update();
        transactions.executeWithoutResult(
                status -> notifications.send(List.of(ani.id(), budi.id()), notification("Citra")));

        assertThat(jdbc.sql("select user_id from notification")
                        .query(Long.class)
                        .list())
                .containsExactly(ani.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "deals/1"})
    void leadsToOwnPagesOnly(String path) {
        assertThatThrownBy(() -> Notification.of(Topic.MENTION, WORDS, path))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void costsAsManyStatementsForManyAsForFew() {
        send(ani, notification("Citra"));
        page(ani); // what the first request of all does
        int few = StatementCount.of(() -> page(ani));
        for (int number = 0; number < 40; number++) {
            send(ani, notification("Daniel " + number));
        }

        assertThat(StatementCount.of(() -> page(ani))).isEqualTo(few);
        assertThat(page(ani)).contains("Page 1 of 2", "Daniel 39").doesNotContain("Citra");
    }

    @Test
    void keepsWhatAUserWantsByMail() {
        assertThat(bodyOf("/profile/notifications", ani))
                .contains("No mail server has been set up yet")
                .contains("value=\"REMINDER\" checked");

        assertThat(mvc.post()
                        .uri("/profile/notifications")
                        .with(as(ani))
                        .with(csrf())
                        .param("topics", "ENQUIRY"))
                .hasStatus3xxRedirection();

        assertThat(bodyOf("/profile/notifications", ani))
                .contains("value=\"ENQUIRY\" checked")
                .doesNotContain("value=\"REMINDER\" checked");
        assertThat(bodyOf("/profile/notifications", budi)).contains("value=\"REMINDER\" checked");
    }

    @Test
    void refusesATopicThatThereIsNot() {
        assertThat(mvc.post()
                        .uri("/profile/notifications")
                        .with(as(ani))
                        .with(csrf())
                        .param("topics", "GOSSIP"))
                .hasStatus(422)
                .bodyText()
                .contains("This choice is not available.");
    }

    private static Notification notification(String name) {
        return Notification.of(Topic.MAIL, WORDS, "/mails/1", Argument.of(name), Argument.of("Hello"));
    }

    private void send(Viewer to, Notification notification) {
        transactions.executeWithoutResult(status -> notifications.send(to.id(), notification));
    }

    private MvcTestResult read(Viewer viewer, long id) {
        return mvc.post()
                .uri("/notifications/{id}/reading", id)
                .with(as(viewer))
                .with(csrf())
                .exchange();
    }

    private long newest() {
        return jdbc.sql("select max(id) from notification").query(Long.class).single();
    }

    private String page(Viewer viewer) {
        return bodyOf("/notifications", viewer);
    }

    private String unread(Viewer viewer) {
        return bodyOf("/notifications/unread", viewer);
    }

    private String bodyOf(String uri, Viewer viewer) {
        MvcTestResult answer = mvc.get().uri(uri).with(as(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
