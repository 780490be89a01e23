package app.tahap.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.StatementCount;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReviewControllerTests extends ReviewScene {

    @Test
    void beginsAReviewAndLeadsToItsFirstDeal() {
        assertThat(page(manager, "/reviews")).contains("There are no reviews yet.");
        assertThat(page(manager, "/reviews/new")).contains("All deals", "Team: Jakarta", "Budi Santoso");

        assertThat(post(manager, "/reviews", "pipeline", pipeline.id(), "sorting", "AMOUNT"))
                .hasRedirectedUrl("/reviews/" + review());

        assertThat(get(manager, "/reviews/" + review()))
                .hasRedirectedUrl("/reviews/%d/deals/%d".formatted(review(), printers));
        assertThat(page(manager, "/reviews")).contains("0 of 3", "Everybody", "Maya Sari", "goes on");
    }

    @Test
    void refusesTheKeyOfAnotherReview() {
        Object[] form = {"pipeline", pipeline.id(), "sorting", "MARKS", "key", UUID.randomUUID(), "whose", "ALL"};
        post(manager, "/reviews", form);
        assertThat(post(manager, "/reviews", form)).hasRedirectedUrl("/reviews/" + review());

        form[7] = "OWNER-" + ani.id();
        assertThat(post(manager, "/reviews", form)).hasStatus(409);
    }

    @Test
    void offersARepTheOwnDealsAlone() {
        assertThat(page(ani, "/reviews/new")).contains("Ani Basuki").doesNotContain("Budi Santoso", "All deals<");
        assertThat(post(ani, "/reviews", "pipeline", pipeline.id(), "whose", "OWNER-" + budi.id()))
                .hasStatus(422)
                .bodyText()
                .contains("This choice is not available.");
    }

    @Test
    void saysAtTheFieldThatThereIsNothingToReview() {
        assertThat(post(manager, "/reviews", "pipeline", pipeline.id(), "whose", "OWNER-" + budi.id()))
                .hasStatus(422)
                .bodyText()
                .contains("There are no open deals to look at there.", "whose-error");
    }

    @Test
    void showsWhatAMeetingNeedsToKnowOfADeal() {
        jdbc.sql(
                        "update deal set expected_close = '2026-05-01', score = 64, next_step = 'Call Rini', next_step_due = '2026-05-19' where id = :id")
                .param("id", laptops)
                .update();
        long id = begin(manager);
        move(laptops, 3);
        post(ani, "/deals/" + laptops + "/notes", "text", "They <b>like</b> it.");

        assertThat(page(manager, deal(id, laptops)))
                .contains(
                        "2 of 3",
                        "Fifty laptops",
                        "$1,000",
                        "Needs assessment",
                        "since today",
                        "Ani Basuki",
                        "64",
                        "Call Rini",
                        "Past its close date",
                        "Since 13 May 2026, 10:00, as no review of this choice of deals",
                        "Admin moved it from Prospecting to Needs assessment",
                        "They &lt;b&gt;like&lt;/b&gt; it.");
    }

    @Test
    void tellsOnlyWhatChangedSinceTheReviewBefore() {
        move(laptops, 1);
        pass(1);
        ending.end(begin(manager), manager);
        pass(7);
        move(laptops, 2);

        assertThat(page(manager, deal(begin(manager), laptops)))
                .contains("Since the last review on 21 May 2026, 10:00", "from Lead qualification to Initial contact")
                .doesNotContain("from Prospecting to Lead qualification");
    }

    @Test
    void tellsWhatWasPlannedSinceAndIsStillToBeDone() {
        plan("Before", 1, ani);
        pass(1);
        ending.end(begin(manager), manager);
        plan("Ring Rini", 1, ani);
        plan("Ask the boss", 2, manager);
        plan("Gone", 3, ani);
        jdbc.sql("update activity set deleted_at = now() where subject = 'Gone'")
                .update();

        String page = page(manager, deal(begin(manager), laptops));

        assertThat(page)
                .contains(
                        "Ani Basuki planned: Task “Ring Rini”, until 22 May 2026",
                        "Ani Basuki planned for Maya Sari: Task “Ask the boss”, until 23 May 2026")
                .doesNotContain("“Before”", "“Gone”");
        jdbc.sql("update activity set done_at = now(), done_by = assignee_id").update();
        assertThat(page(manager, deal(begin(manager), laptops))).doesNotContain("planned: Task");
    }

    private void plan(String subject, int days, Viewer assignee) {
        assertThat(post(
                        ani,
                        "/deals/" + laptops + "/activities",
                        "kind",
                        jdbc.sql("select id from activity_kind where label = 'Task'")
                                .query(Long.class)
                                .single(),
                        "subject",
                        subject,
                        "due",
                        ani.today(clock).plusDays(days),
                        "assignee",
                        assignee.id()))
                .hasStatus3xxRedirection();
    }

    @Test
    void savesAndGoesOnOrBackOrStays() {
        long id = begin(manager);

        assertThat(say(id, laptops, "decision", "CHASE", "words", "before Friday", "go", "NEXT"))
                .hasRedirectedUrl(deal(id, chairs));
        assertThat(say(id, laptops, "decision", "CHASE", "words", "before Friday", "version", 1, "go", "PREVIOUS"))
                .hasRedirectedUrl(deal(id, printers));
        assertThat(say(id, laptops, "decision", "KEEP", "version", 1, "go", "STAY"))
                .hasRedirectedUrl(deal(id, laptops));
        assertThat(say(id, chairs, "go", "NEXT")).hasRedirectedUrl("/reviews/" + id + "/summary");

        assertThat(page(manager, deal(id, laptops))).contains("value=\"KEEP\" checked");
        assertThat(places.place(id, chairs, manager).seenAt()).isNotNull();
        assertThat(get(manager, "/reviews/" + id)).hasRedirectedUrl(deal(id, printers));
    }

    @Test
    void keepsWhatWasTypedWhereItIsRefused() {
        long id = begin(manager);

        assertThat(say(id, laptops, "decision", "OTHER", "note", "Typed <b>", "subject", "Call", "assignee", ani.id()))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Please write what was decided.",
                        "Please choose by when.",
                        "Typed &lt;b&gt;",
                        "value=\"Call\"");
        assertThat(say(id, laptops, "words", "soon")).hasStatus(422).bodyText().contains("Please choose a decision.");
        assertThat(say(id, laptops, "due", "2026-06-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Please write what is to be done");
        assertThat(say(id, laptops, "subject", "Call", "due", "2026-05-19"))
                .hasStatus(422)
                .bodyText()
                .contains("That day is over already.", "value=\"2026-05-19\"");
        assertThat(say(id, laptops, "decision", "DANCE", "due", "soon")).hasStatus(422);
        assertThat(say(id, laptops, "note", "x".repeat(4001)))
                .hasStatus(422)
                .bodyText()
                .contains("At most 4,000 characters");
        assertThat(journal(laptops)).isEmpty();
    }

    @Test
    void showsBothWhereSomebodyElseWasFaster() {
        long id = begin(manager);
        say(id, laptops, "decision", "CHASE", "words", "theirs");

        assertThat(post(admin, deal(id, laptops), "version", 0, "decision", "LET_GO", "words", "ours"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has said something", "theirs", "ours", "name=\"version\" value=\"1\"");
    }

    @Test
    void callsATaskAsTheDecisionThatIsInWords() {
        long id = begin(manager);

        say(id, laptops, "decision", "OTHER", "words", "Ask their lawyer", "due", "2026-05-22", "go", "STAY");

        assertThat(page(manager, deal(id, laptops))).contains("Ask their lawyer, Maya Sari, until 22 May 2026");
    }

    @Test
    void plansForAColleague() {
        long id = begin(manager);

        assertThat(say(id, laptops, "subject", "Call Rini", "due", "2026-05-22", "assignee", ani.id(), "go", "STAY"))
                .hasRedirectedUrl(deal(id, laptops));

        assertThat(page(manager, deal(id, laptops))).contains("Call Rini, Ani Basuki, until 22 May 2026");
        assertThat(page(ani, "/my-day")).contains("Call Rini");
        letSee(Visibility.EVERYONE, Visibility.OWN);
        assertThat(say(id, laptops, "subject", "Call Rini", "due", "2026-05-22", "assignee", budi.id()))
                .hasStatus(422)
                .bodyText()
                .contains("assignee-error");
    }

    @Test
    void saysThatADealWasDeletedMeanwhile() {
        long id = begin(manager);
        post(ani, "/deals/" + printers + "/deletion", "version", fixtures.version(printers));

        assertThat(page(manager, deal(id, printers))).contains("This deal was deleted after the review began");
        assertThat(say(id, printers, "decision", "KEEP")).hasStatus(404);
        assertThat(get(manager, "/reviews/" + id)).hasRedirectedUrl(deal(id, laptops));
        assertThat(page(manager, "/reviews/" + id + "/deals")).contains("deleted meanwhile");
    }

    @Test
    void hidesReviewsOfOthersAndDealsOfOthers() {
        long id = begin(manager);
        letSee(Visibility.TEAM, Visibility.OWN);
        String[] paths = {"", "/deals", "/deals/" + laptops, "/summary", "/summary.csv", "/ending"};
        for (String path : paths) {
            assertThat(get(budi, "/reviews/" + id + path)).as(path).hasStatus(404);
            assertThat(get(manager, "/reviews/" + id + path)).as(path).hasStatus(404);
        }
        assertThat(post(budi, deal(id, laptops), "version", 0)).hasStatus(404);
        assertThat(post(budi, "/reviews/" + id + "/ending")).hasStatus(404);
        assertThat(page(budi, "/reviews")).contains("There are no reviews yet.");
    }

    @Test
    void endsAfterAskingAndIsFrozenThen() {
        long id = begin(manager);
        say(id, laptops, "decision", "CHASE");
        assertThat(page(manager, "/reviews/" + id + "/ending")).contains("2 deals were not looked at.");

        assertThat(post(manager, "/reviews/" + id + "/ending")).hasRedirectedUrl("/reviews/" + id + "/summary");

        assertThat(page(manager, deal(id, laptops)))
                .contains("ended on 20 May 2026", "Chase")
                .doesNotContain("data-unsaved");
        assertThat(say(id, laptops, "decision", "KEEP", "version", 1, "note", "Typed <late>", "words", "too late"))
                .hasStatus(422)
                .bodyText()
                .contains("ended on", "This review has ended", "was not saved", "Typed &lt;late&gt;", "too late");
        assertThat(get(manager, "/reviews/" + id)).hasRedirectedUrl("/reviews/" + id + "/summary");
        assertThat(get(manager, "/reviews/" + id + "/ending")).hasRedirectedUrl("/reviews/" + id + "/summary");
    }

    @Test
    void sumsUpAsAPageATextAndATable() {
        long id = begin(manager);
        say(
                id,
                laptops,
                "decision",
                "CHASE",
                "words",
                "before Friday",
                "note",
                "=They wait",
                "subject",
                "Call",
                "due",
                "2026-05-22",
                "assignee",
                ani.id());

        assertThat(page(manager, "/reviews/" + id + "/summary"))
                .contains(
                        "1 of 3 deals looked at",
                        "$6,000",
                        "Weighted",
                        "one without an amount",
                        "before Friday",
                        "No amount (1)",
                        "Hundred chairs; ",
                        "- **Fifty laptops** (Ani Basuki): Chase – before Friday",
                        "→ Call, Ani Basuki, until 22 May 2026");
        MvcTestResult csv = get(manager, "/reviews/" + id + "/summary.csv");
        assertThat(csv).hasHeader("Content-Disposition", "attachment; filename=\"review-2026-05-20.csv\"");
        assertThat(body(csv))
                .contains(
                        "Fifty laptops,,Ani Basuki,Prospecting,1000,USD",
                        "'=They wait",
                        "Call (Ani Basuki, 2026-05-22)");
    }

    @Test
    void costsAsManyStatementsForManyDealsAsForFew() {
        long few = begin(manager);
        for (int i = 0; i < 60; i++) {
            fixtures.deal("Deal " + i, stages.get(i % 7), ani);
        }
        long many = begin(manager);
        for (String path : new String[] {"/deals", "/deals/" + laptops, "/summary", "/ending"}) {
            int statements = StatementCount.of(() -> page(manager, "/reviews/" + few + path));
            assertThat(StatementCount.of(() -> page(manager, "/reviews/" + many + path)))
                    .as(path)
                    .isEqualTo(statements);
        }
        int list = StatementCount.of(() -> page(manager, "/reviews"));
        begin(manager);
        assertThat(StatementCount.of(() -> page(manager, "/reviews"))).isEqualTo(list);
    }

    private MvcTestResult say(long id, long deal, Object... said) {
        List<Object> all = new ArrayList<>(Arrays.asList(said));
        if (!all.contains("version")) { // nobody has written anything yet
            all.addAll(List.of("version", 0));
        }
        return post(manager, deal(id, deal), all.toArray());
    }

    private static String deal(long review, long deal) {
        return "/reviews/%d/deals/%d".formatted(review, deal);
    }

    private long review() {
        return jdbc.sql("select max(id) from review").query(Long.class).single();
    }
}
