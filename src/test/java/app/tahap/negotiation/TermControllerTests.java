package app.tahap.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.deal.DealsMerged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

class TermControllerTests extends ApprovalScene {

    @Autowired
    Terms terms;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    LocalDate today;

    @BeforeEach
    void prepareToday() {
        today = ani.today(clock);
    }

    @Test
    void writesDownWhatIsNegotiated() {
        assertThat(add("Payment", "60 days", "30 <days>", today.plusDays(3), true))
                .hasRedirectedUrl("/deals/%d#panel-terms".formatted(deal));

        assertThat(only().status()).isEqualTo(TermStatus.OPEN);
        assertThat(page(ani, "/deals/" + deal))
                .contains(
                        "id=\"panel-terms\"", "60 days", "30 &lt;days&gt;", "until ", "Ani began to negotiate: Payment")
                .doesNotContain("<days>");
    }

    @Test
    void writesWhatIsNegotiatedIntoAFileForThoseWhoMaySeeIt() {
        add("Payment", "=60 days", "30 days", today.plusDays(3), true);
        fixtures.letRepsSee(Visibility.OWN);
        Viewer stranger = fixtures.user("Zaki", Role.REP);

        assertThat(page(ani, "/terms.csv"))
                .contains("Deal,Term,They want,We offer,Status,Deadline,Written down by,Written down,Decided")
                .contains("Payment,'=60 days,30 days,Open," + today.plusDays(3) + ",Ani,");
        assertThat(page(stranger, "/terms.csv")).doesNotContain("Payment");
    }

    @Test
    void saysInWordsWhatIsOverdue() {
        add("Payment", "", "", today.minusDays(1), true);
        assertThat(page(ani, "/deals/" + deal)).contains("overdue since ");

        TermRow row = only();
        post(ani, url(row) + "/status", "status", "AGREED", "version", row.version());
        assertThat(page(ani, "/deals/" + deal))
                .contains("Ani noted as agreed: Payment")
                .doesNotContain("overdue since ");

        add("Delivery", "", "", today, true);
        assertThat(page(ani, "/deals/" + deal)).contains("due today");
    }

    @Test
    void remindsTheOwnerOfAnOpenDeadline() {
        add("Payment", "60 days", "", today.plusDays(3), true);
        assertThat(planned()).containsExactly("Deadline: Payment " + today.plusDays(3) + " Ani");

        TermRow row = only();
        edit(row, "Payment", today.plusDays(5), true);
        assertThat(planned()).containsExactly("Deadline: Payment " + today.plusDays(5) + " Ani");

        edit(only(), "Payment", today.plusDays(5), false);
        assertThat(planned()).isEmpty();

        edit(only(), "Payment", today.plusDays(6), true);
        TermRow open = only();
        assertThat(post(lina, url(open) + "/status", "status", "REFUSED", "version", open.version()))
                .hasStatus3xxRedirection();
        assertThat(planned()).isEmpty();

        TermRow refused = only();
        post(ani, url(refused) + "/status", "status", "OPEN", "version", refused.version());
        assertThat(planned()).hasSize(1);
        post(ani, url(only()) + "/deletion");
        assertThat(planned()).isEmpty();
        assertThat(terms.of(deal, today)).isEmpty();
        assertThat(page(ani, "/deals/" + deal)).contains("Ani deleted a term: Payment");
    }

    @Test
    void leavesWhatWasDoneAlone() {
        add("Payment", "", "", today.plusDays(3), true);
        jdbc.sql("update activity set done_at = now(), done_by = assignee_id").update();
        TermRow row = only();

        assertThat(post(ani, url(row) + "/status", "status", "AGREED", "version", row.version()))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select count(*) from activity where deleted_at is null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void keepsWhatWasTypedWhereItIsRefused() {
        assertThat(add(" ", "60 days", "", today, true))
                .hasStatus(422)
                .bodyText()
                .contains("Say what it is about.", "60 days</textarea>");
        assertThat(add("x".repeat(151), "", "", today, true))
                .hasStatus(422)
                .bodyText()
                .contains("At most 150");
        assertThat(add("Payment", "x".repeat(2001), "", today, true))
                .hasStatus(422)
                .bodyText()
                .contains("At most 2,000");
        assertThat(post(ani, "/deals/%d/terms".formatted(deal), "title", "Payment", "deadline", "soon"))
                .hasStatus(422)
                .bodyText()
                .contains("Write a date like", "value=\"Payment\"");
        assertThat(terms.of(deal, today)).isEmpty();
    }

    @Test
    void addsARepeatedRequestOnce() {
        String key = UUID.randomUUID().toString();
        String url = "/deals/%d/terms".formatted(deal);
        post(ani, url, "title", "Payment", "key", key);

        assertThat(post(ani, url, "title", "Payment", "key", key)).hasStatus3xxRedirection();
        assertThat(post(ani, url, "title", "Delivery", "key", key)).hasStatus(409);
        assertThat(terms.of(deal, today)).hasSize(1);
    }

    @Test
    void tellsThatSomebodyElseChangedItMeanwhile() {
        add("Payment", "60 days", "", today.plusDays(3), true);
        TermRow seen = only();
        edit(seen, "Terms of payment", today, true);

        assertThat(edit(seen, "Payments", today, true))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"Payments\"", "Somebody else has saved this");
        assertThat(post(ani, url(seen) + "/status", "status", "AGREED", "version", seen.version()))
                .hasStatus(409);
        assertThat(only().title()).isEqualTo("Terms of payment");
    }

    @Test
    void goesOverWithObjectionsToTheDealThatIsKept() {
        add("Payment", "60 days", "", today.plusDays(3), true);
        long type =
                jdbc.sql("select min(id) from objection_type").query(Long.class).single();
        post(ani, "/deals/%d/objections".formatted(deal), "type", type, "words", "Too dear", "outcome", "OPEN");
        long kept = fixtures.deal("Laptops", stages.get(5), ani);

        transactions.executeWithoutResult(status -> publisher.publishEvent(new DealsMerged(kept, deal)));

        assertThat(terms.of(deal, today)).isEmpty();
        assertThat(terms.of(kept, today)).extracting(TermRow::title).containsExactly("Payment");
        assertThat(jdbc.sql("select deal_id from objection").query(Long.class).list())
                .containsExactly(kept);
    }

    @Test
    void hidesTermsFromStrangers() {
        add("Payment", "60 days", "", today.plusDays(3), true);
        TermRow row = only();
        fixtures.letRepsSee(Visibility.OWN);
        Viewer citra = fixtures.user("Citra", Role.REP);

        assertThat(get(citra, url(row))).hasStatus(404);
        assertThat(get(citra, "/deals/%d/terms/new".formatted(deal))).hasStatus(404);
        assertThat(post(citra, url(row) + "/status", "status", "AGREED", "version", 0))
                .hasStatus(404);
        assertThat(post(citra, url(row) + "/deletion")).hasStatus(404);
        assertThat(only().status()).isEqualTo(TermStatus.OPEN);
    }

    private MvcTestResult add(String title, String wanted, String offered, LocalDate deadline, boolean remind) {
        return post(
                ani,
                "/deals/%d/terms".formatted(deal),
                "title",
                title,
                "wanted",
                wanted,
                "offered",
                offered,
                "deadline",
                deadline,
                "remind",
                remind);
    }

    private MvcTestResult edit(TermRow seen, String title, LocalDate deadline, boolean remind) {
        return post(
                ani,
                url(seen),
                "title",
                title,
                "deadline",
                deadline,
                "remind",
                remind,
                "status",
                "OPEN",
                "version",
                seen.version());
    }

    private String url(TermRow row) {
        return "/deals/%d/terms/%d".formatted(deal, row.id());
    }

    private TermRow only() {
        List<TermRow> rows = terms.of(deal, today);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<String> planned() {
        return jdbc.sql("""
                        select a.subject || ' ' || a.due_on || ' ' || u.name
                          from activity a join users u on u.id = a.assignee_id
                         where a.deleted_at is null and a.done_at is null
                        """).query(String.class).list();
    }
}
