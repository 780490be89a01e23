package app.tahap.activity;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Viewer;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ActivityControllerTests extends ActivityScene {

    @Test
    void plansAnActivityFromTheDealsPage() {
        assertThat(get(ani, "/deals/" + deal)).bodyText().contains("Nothing is planned. What is next?");

        assertThat(plan("subject", "Call <b>them</b>", "time", "14:00"))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo("/deals/" + deal + "#activities");

        assertThat(get(ani, "/deals/" + deal))
                .bodyText()
                .contains("Call &lt;b&gt;them&lt;/b&gt;", "Tomorrow 14:00")
                .doesNotContain("Nothing is planned.");
        assertThat(nextStep(deal)).isEqualTo("Call <b>them</b> 2026-05-21 14:00:00");
    }

    @Test
    void tellsWhatIsWrongAtTheFieldsAndKeepsWhatWasTyped() {
        assertThat(plan(
                        "subject",
                        " ",
                        "due",
                        "soon",
                        "time",
                        "late",
                        "minutes",
                        "5000",
                        "kind",
                        "999",
                        "assignee",
                        "999"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Please say what is to be done.",
                        "Write a date like 2026-05-31.",
                        "Write a time like 14:30.",
                        "Between 1 and 1,440 minutes",
                        "This choice is not available.",
                        "value=\"soon\"");
        assertThat(plan("subject", "x".repeat(201))).hasStatus(422).bodyText().contains("At most 200 characters");
        assertThat(count("activity")).isZero();
    }

    @Test
    void logsWhatHasHappenedAlready() {
        assertThat(get(ani, "/deals/" + deal + "/activities/new?done=true"))
                .hasStatusOk()
                .bodyText()
                .contains("Log what happened", "name=\"outcome\"");
        assertThat(plan("subject", "Met them", "due", "2026-05-19", "done", "true", "outcome", "Very interested"))
                .hasStatus(302);
        assertThat(plan("subject", "Met them", "due", "2026-05-22", "done", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("cannot lie in the future");

        assertThat(get(ani, "/deals/" + deal))
                .bodyText()
                .contains("Ani Basuki logged: Met them (Call)", "Very interested", "19 May 2026");
    }

    @Test
    void completesInOneClickAndAsksWhatIsNext() {
        long planned = planned(TODAY);

        assertThat(post(ani, "/activities/" + planned + "/completion", "version", 0))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo("/deals/" + deal + "/activities/new?after=" + planned);
        assertThat(get(ani, "/deals/" + deal + "/activities/new?after=" + planned))
                .bodyText()
                .contains("What is next?", "Nothing for now");
        assertThat(get(ani, "/deals/" + deal)).bodyText().contains("Ani Basuki has done: Call them (Call)");
    }

    @Test
    void asksNothingWhereTheNextStepIsPlanned() {
        long first = planned(TODAY);
        planned(TOMORROW);

        assertThat(post(ani, "/activities/" + first + "/completion", "version", 0, "outcome", "Fine"))
                .redirectedUrl()
                .isEqualTo("/deals/" + deal + "#activities");
    }

    @Test
    void takesBackThatItWasDone() {
        long planned = planned(TODAY);
        post(ani, "/activities/" + planned + "/completion", "version", 0);

        assertThat(post(ani, "/activities/" + planned + "/reopening")).hasStatus(302);
        assertThat(nextStep(deal)).isEqualTo("Call them 2026-05-20");
        assertThat(post(ani, "/activities/" + planned + "/reopening"))
                .hasStatus(422)
                .bodyText()
                .contains("is not done yet");
    }

    @Test
    void putsItOffInOneClick() {
        long planned = planned("Call them", TODAY, LocalTime.of(14, 0));

        post(ani, "/activities/" + planned + "/schedule", "when", "TOMORROW", "version", 0);
        assertThat(nextStep(deal)).isEqualTo("Call them 2026-05-21 14:00:00");
        post(ani, "/activities/" + planned + "/schedule", "when", "NEXT_WEEK", "version", 1);
        assertThat(nextStep(deal)).isEqualTo("Call them 2026-05-25 14:00:00");
        post(ani, "/activities/" + planned + "/schedule", "day", "2026-06-10", "version", 2);
        assertThat(nextStep(deal)).isEqualTo("Call them 2026-06-10 14:00:00");

        for (String day : new String[] {"", "soon"}) {
            assertThat(post(ani, "/activities/" + planned + "/schedule", "day", day, "version", 3))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Please choose a day.");
        }
        assertThat(post(ani, "/activities/" + planned + "/schedule", "when", "TODAY", "version", 0))
                .hasStatus(409);
    }

    @Test
    void changesAnActivityAndTellsWhoSavesSecond() {
        long planned = planned(TODAY);
        assertThat(get(ani, "/activities/" + planned)).hasStatusOk().bodyText().contains("value=\"Call them\"");

        assertThat(change(planned, 0, "Write to them")).hasStatus(302);
        assertThat(nextStep(deal)).isEqualTo("Write to them 2026-05-21");
        assertThat(change(planned, 0, "Visit them"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has saved this", "Write to them", "value=\"Visit them\"", "value=\"1\"");
    }

    @Test
    void deletesAnActivityAndBringsItBack() {
        long planned = planned(TODAY);

        MvcTestResult deleted = post(ani, "/activities/" + planned + "/deletion", "version", 0);
        assertThat(deleted)
                .hasStatus(302)
                .flash()
                .containsEntry("undoPath", "/activities/" + planned + "/restoration?view=DEAL");
        assertThat(nextStep(deal)).isEmpty();
        assertThat(get(ani, "/activities/" + planned)).hasStatus(404);

        assertThat(post(ani, "/activities/" + planned + "/restoration")).hasStatus(302);
        assertThat(nextStep(deal)).isEqualTo("Call them 2026-05-20");
    }

    @Test
    void savesOneActivityForADoubleSubmit() {
        UUID key = key();
        plan("key", key);
        plan("key", key);
        assertThat(count("activity")).isEqualTo(1);
        assertThat(plan("key", key, "subject", "Another")).hasStatus(409);
    }

    @Test
    void hidesActivitiesOfDealsThatTheViewerMayNotSee() {
        long planned = planned(TODAY);
        Viewer stranger = stranger();
        String activity = "/activities/" + planned;

        for (String page : List.of(activity, activity + "/completion", "/deals/" + deal + "/activities/new")) {
            assertThat(get(stranger, page)).as(page).hasStatus(404);
        }
        for (String change : List.of("", "/completion", "/reopening", "/schedule", "/deletion", "/restoration")) {
            assertThat(post(
                            stranger,
                            activity + change,
                            "version",
                            0,
                            "when",
                            "TODAY",
                            "subject",
                            "x",
                            "kind",
                            call,
                            "due",
                            "2026-05-20"))
                    .as(change)
                    .hasStatus(404);
        }
        assertThat(post(stranger, "/deals/" + deal + "/activities", "subject", "x", "kind", call, "due", "2026-05-20"))
                .hasStatus(404);
        assertThat(get(stranger, "/activities")).bodyText().doesNotContain("Call them");
        assertThat(get(stranger, "/activities.csv")).bodyText().doesNotContain("Call them");
        assertThat(get(stranger, "/activities?deal=" + deal)).hasStatus(404);
    }

    @Test
    void refusesRequestsWithoutCsrfToken() {
        long planned = planned(TODAY);
        for (String change : List.of("", "/completion", "/schedule", "/deletion")) {
            assertThat(withoutToken(ani, "/activities/" + planned + change, "version", 0))
                    .hasStatus(403);
        }
    }

    @Test
    void listsAndExportsWhatIsAskedFor() {
        planned("Call them", TODAY, LocalTime.of(9, 0));
        long done = planned("=1+1", TOMORROW, null);
        activities.complete(done, "Fine", 0, ani);

        assertThat(get(ani, "/activities?state=OVERDUE")).bodyText().contains("One activity", "Call them");
        assertThat(get(ani, "/activities?state=DONE"))
                .bodyText()
                .contains("=1+1")
                .doesNotContain("Call them");
        assertThat(get(ani, "/activities?from=2026-05-21")).bodyText().contains("No activities match");
        assertThat(get(ani, "/activities?from=soon")).hasStatus(400).bodyText().contains("From", "soon");
        assertThat(get(ani, "/activities.csv"))
                .bodyText()
                .contains("Kind,Subject,Deal", ",Call,'=1+1,Fifty laptops,", ",2026-05-20T10:00,Ani Basuki,Fine");
        assertThat(mvc.get().uri("/activities.csv?state=nonsense").with(as(ani)))
                .hasStatus(400);
    }

    private MvcTestResult plan(Object... more) {
        List<Object> parameters = new java.util.ArrayList<>(List.of("kind", call, "view", "DEAL"));
        List<Object> told = List.of(more);
        if (!told.contains("subject")) {
            parameters.addAll(List.of("subject", "Call them"));
        }
        if (!told.contains("due")) {
            parameters.addAll(List.of("due", "2026-05-21"));
        }
        if (told.contains("kind")) {
            parameters.removeAll(List.of("kind", call));
        }
        parameters.addAll(told);
        return post(ani, "/deals/" + deal + "/activities", parameters.toArray());
    }

    private MvcTestResult change(long activity, int version, String subject) {
        return post(
                ani,
                "/activities/" + activity,
                "kind",
                call,
                "subject",
                subject,
                "due",
                "2026-05-21",
                "version",
                version);
    }
}
