package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An import of records that is taken back as a whole. */
class RecordReversalTests extends RecordScene {

    private static final String OBJECTIONS =
            "Deal,Objection,What the customer says\nFifty laptops,Price,A\nFifty laptops,Price,B\nFifty laptops,Timing,C\n";

    @Test
    void deletesWhatNobodyTouchedAndSaysWhatStays() {
        long id = imported("objections", OBJECTIONS);
        imported("objections", "Deal,Objection,What the customer says\nFifty laptops,Price,Of another file\n");
        assertThat(post(
                        "/deals/%d/objections/%d/outcome?outcome=RESOLVED&version=0".formatted(laptops, record("C")),
                        ani))
                .hasStatus3xxRedirection();
        int version = fixtures.version(laptops);

        assertThat(page(id, admin)).contains("/imports/records/" + id + "/taking-back");
        assertThat(get(takingBack(id), admin))
                .contains("2 will be deleted.", "One objection stays, because somebody has answered or changed it")
                .contains(">Delete 2<", "cannot be undone");
        assertThat(words()).as("nothing is done yet").hasSize(4);

        assertThat(post(takingBack(id), admin)).hasRedirectedUrl("/imports/records/" + id);

        assertThat(words()).containsExactly("C", "Of another file");
        assertThat(page(id, admin))
                .contains(
                        ">The import was taken back</h1>",
                        "This import was taken back on",
                        "<span>were imported</span>")
                .contains("One objection stays, because somebody has answered or changed it")
                .doesNotContain("/taking-back", "The import is finished");
        assertThat(get("/imports", admin)).contains("Taken back");
        assertThat(get("/deals/" + laptops, ani))
                .containsOnlyOnce("Sri Wahyuni took back an import of objections from told.csv: 2");
        assertThat(fixtures.version(laptops)).as("the deal stays as it is").isEqualTo(version);
        assertThat(bringIn("objections", OBJECTIONS, admin)).isEqualTo("2 new, 1 there, 0 refused");
        assertThat(mvc.get().uri(takingBack(id)).with(as(admin))).hasRedirectedUrl("/imports/records/" + id);
        assertThat(post(takingBack(id), admin)).hasStatus(422).bodyText().contains("was taken back already");
        assertThat(words()).hasSize(4);
    }

    @Test
    void isOnlyForThoseWhoSeeTheImport() {
        Viewer dewi = fixtures.user("Dewi", Role.MANAGER);
        long id = check("objections", OBJECTIONS, dewi);
        assertThat(mvc.get().uri(takingBack(id)).with(as(dewi)))
                .as("not imported yet")
                .hasStatus3xxRedirection();
        assertThat(post(takingBack(id), dewi)).hasStatus(422);
        run(id, dewi);
        Viewer other = fixtures.user("Eka", Role.MANAGER);

        assertThat(mvc.get().uri(takingBack(id)).with(as(other))).hasStatus(404);
        assertThat(post(takingBack(id), other)).hasStatus(404);
        assertThat(post(takingBack(id), ani)).hasStatus(403);
        long deals = imports.bringIn(ImportFixtures.content("ID,Title,Stage\nX7,Pump,Proposal\n"), pipeline, admin);
        assertThat(post(takingBack(deals), admin)).as("an import of deals").hasStatus(404);
        assertThat(post("/imports/%d/taking-back".formatted(id), admin)).hasStatus(404);
        assertThat(words()).hasSize(3);

        assertThat(post(takingBack(id), dewi)).hasStatus3xxRedirection();
        assertThat(words()).isEmpty();
    }

    @Test
    void takesNextStepsOfActivitiesBack() {
        long id = imported("activities", """
                Deal,Kind,Subject,Due,Done
                Fifty laptops,Call,Ask them,2026-06-01,
                Fifty laptops,Call,Ask again,2026-06-03,
                Fifty laptops,Call,Asked,,2026-05-02 09:30
                """);
        long touched = jdbc.sql("select id from activity where subject = 'Ask again'")
                .query(Long.class)
                .single();
        assertThat(nextStep()).isEqualTo("Ask them");
        assertThat(post("/activities/%d/completion?version=0".formatted(touched), ani))
                .hasStatus3xxRedirection();

        post(takingBack(id), admin);

        assertThat(nextStep()).isEqualTo("none");
        assertThat(page(id, admin))
                .contains("One activity stays, because somebody has done, planned anew or changed it");
        assertThat(jdbc.sql("select subject from activity where deleted_at is null")
                        .query(String.class)
                        .list())
                .containsExactly("Ask again");
        assertThat(get("/deals/" + laptops, ani)).contains("took back an import of activities from told.csv: 2");
    }

    @Test
    void takesAnswersBackButNotWhatWasAnsweredSince() {
        jdbc.sql("insert into question_set (pipeline_id) values (:pipeline) on conflict do nothing")
                .param("pipeline", pipeline.id())
                .update();
        jdbc.sql("""
                        with q as (insert into question (pipeline_id, position, for_proposal)
                                   select :pipeline, 100 + n, false from generate_series(1, 3) n returning id, position)
                        insert into question_wording (question_id, edition, kind, english, choices)
                        select id, 1, 'OPEN', 'Question ' || position - 100, '[]' from q
                        """).param("pipeline", pipeline.id()).update();
        answer(1, "Here", 0);
        answer(1, "", 1);
        String file = """
                Title,Question,Answer
                Fifty laptops,Question 1,One
                Fifty laptops,Question 2,Two
                Fifty laptops,Question 3,Three
                """;
        long id = imported("answers", file);
        answer(2, "Two, they say", 1);

        post(takingBack(id), admin);

        assertThat(jdbc.sql("select text from deal_answer where given")
                        .query(String.class)
                        .list())
                .containsExactly("Two, they say");
        assertThat(page(id, admin)).contains("One answer stays, because somebody has changed it");
        assertThat(bringIn("answers", file, admin)).isEqualTo("2 new, 1 there, 0 refused");
    }

    private void answer(int question, String text, int version) {
        long wording = jdbc.sql("select id from question_wording where english = 'Question ' || :number")
                .param("number", question)
                .query(Long.class)
                .single();
        assertThat(mvc.post()
                        .uri("/deals/{deal}/needs/{wording}", laptops, wording)
                        .param("answer-" + wording, text)
                        .param("version-" + wording, Integer.toString(version))
                        .with(as(ani))
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isLessThan(400);
    }

    @Test
    void deletesDraftsThatNobodyUsed() {
        String file = "Proposal,Deal,Line,Description,Quantity,Unit price\n"
                + "A-1,Fifty laptops,1,Laptop,2,100\nA-1,Fifty laptops,2,Delivery,1,10\n"
                + "A-2,Fifty laptops,1,Changed,1,10\nA-3,Fifty laptops,1,Sent,1,10\nA-4,Fifty laptops,1,Asked for,1,10\n";
        long id = imported("proposals", file);
        jdbc.sql("update proposal_version set version = 1 where proposal_id = " + proposal("A-2"))
                .update();
        jdbc.sql("update proposal_version set status = 'SENT', sent_at = now() where proposal_id = " + proposal("A-3"))
                .update();
        jdbc.sql("""
                        insert into deal_journal (deal_id, occurred_at, message, arguments, link)
                        values (:deal, now(), 'negotiation.approval.event.ASKED', '[]', '/proposals/' || :id || '/approval')
                        """).param("deal", laptops).param("id", proposal("A-4")).update();

        assertThat(get(takingBack(id), admin)).contains("One will be deleted.", "3 proposals stay");
        post(takingBack(id), admin);

        assertThat(jdbc.sql("select external_reference from proposal order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("A-2", "A-3", "A-4");
        assertThat(count("proposal_line")).isEqualTo(3);
        assertThat(bringIn("proposals", file, admin)).isEqualTo("1 new, 3 there, 0 refused");
    }

    private long proposal(String reference) {
        return jdbc.sql("select id from proposal where external_reference = :reference")
                .param("reference", reference)
                .query(Long.class)
                .single();
    }

    @Test
    void takesTermsBackWithTheirReminders() {
        long id = imported("terms", """
                Deal,Term,Deadline
                Fifty laptops,Payment,2026-06-01
                Fifty laptops,Delivery,2026-06-02
                """);
        assertThat(nextStep()).isEqualTo("Deadline: Payment");
        long delivery = jdbc.sql("select id from negotiation_term where title = 'Delivery'")
                .query(Long.class)
                .single();
        assertThat(post(
                        "/deals/%d/terms/%d?title=Delivery&deadline=2026-06-05&remind=true&status=OPEN&version=0"
                                .formatted(laptops, delivery),
                        ani))
                .hasStatus3xxRedirection();

        post(takingBack(id), admin);

        assertThat(nextStep()).as("of the term that stays").isEqualTo("Deadline: Delivery");
        assertThat(jdbc.sql("select title from negotiation_term where deleted_at is null")
                        .query(String.class)
                        .list())
                .containsExactly("Delivery");
        assertThat(page(id, admin)).contains("One term stays, because somebody has settled or changed it");
    }

    private long imported(String kind, String file) {
        long id = check(kind, file, admin);
        assertThat(run(id, admin)).hasRedirectedUrl("/imports/records/" + id);
        assertThat(counts(id, admin)).endsWith("0 there, 0 refused");
        return id;
    }

    private static String takingBack(long id) {
        return "/imports/records/" + id + "/taking-back";
    }

    private MvcTestResult post(String address, Viewer viewer) {
        return mvc.post().uri(address).with(as(viewer)).with(csrf()).exchange();
    }

    private long record(String words) {
        return jdbc.sql("select id from objection where words = :words")
                .param("words", words)
                .query(Long.class)
                .single();
    }

    private List<String> words() {
        return jdbc.sql("select words from objection where deleted_at is null order by words")
                .query(String.class)
                .list();
    }

    private String nextStep() {
        return jdbc.sql("select coalesce(next_step, 'none') from deal where id = :id")
                .param("id", laptops)
                .query(String.class)
                .single();
    }
}
