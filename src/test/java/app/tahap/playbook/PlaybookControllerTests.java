package app.tahap.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PlaybookControllerTests extends PlaybookScene {

    private static final String LIST = "/settings/playbooks";

    private long id() {
        return jdbc.sql("select max(id) from playbook").query(Long.class).single();
    }

    private MvcTestResult create(Object... more) {
        Object[] parameters = new Object[4 + more.length];
        parameters[0] = "name";
        parameters[1] = "First call";
        parameters[2] = "key";
        parameters[3] = UUID.randomUUID();
        System.arraycopy(more, 0, parameters, 4, more.length);
        return post(admin, LIST, parameters);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void makesAPlaybookThatIsOffAndDoesNothingYet() {
        assertThat(page(admin, LIST)).contains("No playbooks yet.");

        assertThat(create("trigger", "ENTERED", "stage", stage(1))).hasStatus3xxRedirection();

        assertThat(page(admin, LIST)).contains("First call", "A deal enters “Lead qualification”", "Off", "never");
        assertThat(page(admin, LIST + "/" + id()))
                .contains("It does nothing yet.", "None: it does its work for every deal.", "It has not run yet.");
        assertThat(post(admin, LIST + "/" + id() + "/switch", "on", true)).hasStatus(422);
        assertThat(jdbc.sql("select on_since is null from playbook")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void makesOnePlaybookHoweverOftenItsFormIsSent() {
        UUID key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(post(admin, LIST, "name", "New", "trigger", "CREATED", "key", key))
                    .hasStatus3xxRedirection();
        }

        assertThat(jdbc.sql("select count(*) from playbook")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesTheKeyOfAnotherForm() {
        UUID key = UUID.randomUUID();
        assertThat(post(admin, LIST, "name", "New", "trigger", "CREATED", "key", key))
                .hasStatus3xxRedirection();
        assertThat(post(admin, LIST, "name", "Newer", "trigger", "CREATED", "key", key))
                .hasStatus(409);

        for (String part : List.of("/conditions?kind=AMOUNT_MIN&number=", "/actions?kind=EXPECTED_CLOSE&days=")) {
            UUID once = UUID.randomUUID();
            String first = LIST + "/" + entering("First") + part;
            String second = LIST + "/" + entering("Second") + part;
            assertThat(post(admin, first + 7, "key", once)).hasStatus3xxRedirection();
            assertThat(post(admin, first + 7, "key", once)).hasStatus3xxRedirection();
            assertThat(post(admin, first + 8, "key", once)).hasStatus(409);
            assertThat(post(admin, second + 7, "key", once)).hasStatus(409);
            jdbc.sql("update playbook set archived_at = now()").update();
        }
        assertThat(jdbc.sql("select (select count(*) from playbook_condition) + (select count(*) from playbook_action)")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesAnActionWithoutItsFieldOrBelowAnotherPlaybooks() {
        String first = LIST + "/" + entering("First") + "/actions";
        String second = LIST + "/" + entering("Second") + "/actions";
        for (String actions : List.of(first, second)) {
            assertThat(post(admin, actions, "kind", "EXPECTED_CLOSE", "days", 7))
                    .hasStatus3xxRedirection();
        }
        List<Long> ids = jdbc.sql("select id from playbook_action order by id")
                .query(Long.class)
                .list();

        assertThat(post(admin, first, "kind", "FIELD")).hasStatus(422);
        assertThat(post(admin, first + "/" + ids.get(0) + "/place", "aboveId", ids.get(1)))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "name, ' ', name-error, Please give it a name.",
        "trigger, '', trigger-error, Please choose what sets it off.",
        "trigger, SCRIPT, trigger-error, ''",
        "stage, '', stage-error, Please choose a stage that is in use.",
        "stage, 999999, stage-error, Please choose a stage that is in use.",
        "days, 0, days-error, A whole number of days from 1 to 365",
        "days, soon, days-error, A whole number of days from 1 to 365",
        "pipeline, 999999, pipeline-error, ''",
    })
    void refusesAtItsFieldWhatMakesNoPlaybook(String field, String value, String error, String message) {
        Object[] parameters = {
            "name", "Push & pull", "trigger", "STAYED", "stage", stage(1), "days", "7", "pipeline", pipeline.id()
        };
        for (int i = 0; i < parameters.length; i += 2) {
            if (parameters[i].equals(field)) {
                parameters[i + 1] = value;
            }
        }

        MvcTestResult result = post(admin, LIST, parameters);

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains(error, message);
        if (!field.equals("name")) {
            assertThat(body(result)).contains("value=\"Push &amp; pull\"");
        }
    }

    @Test
    void refusesANameThatIsTaken() {
        entering("First call");

        assertThat(body(create("trigger", "WON"))).contains("There is a playbook called “First call” already.");
    }

    @Test
    void refusesAPlaybookThatWouldSetItselfOff() {
        long playbook = entering("Circle");

        MvcTestResult action = post(
                admin, LIST + "/" + playbook + "/actions", "kind", "MOVE", "stage", stage(1), "key", UUID.randomUUID());
        assertThat(action).hasStatus(422);
        assertThat(body(action)).contains("stage-error", "The playbook would set itself off");

        act(playbook, ActionKind.MOVE, move(2));
        MvcTestResult change = post(
                admin, LIST + "/" + playbook, "name", "Circle", "trigger", "ENTERED", "stage", stage(2), "version", 0);
        assertThat(change).hasStatus(422);
        assertThat(body(change)).contains("stage-error", "The playbook would set itself off");
    }

    @Test
    void refusesPlaybooksThatWouldSetEachOtherOff() {
        long there = entering("There");
        act(there, ActionKind.MOVE, move(2));
        long on = playbook("On", Trigger.STAYED, stage(2), "3");
        act(on, ActionKind.MOVE, move(3));
        long back = playbook("Back", Trigger.ENTERED, stage(3), null);

        MvcTestResult action = post(
                admin, LIST + "/" + back + "/actions", "kind", "MOVE", "stage", stage(1), "key", UUID.randomUUID());

        assertThat(action).hasStatus(422);
        assertThat(body(action)).contains("stage-error", "Deals would go round in circles: “On” brings them back");
    }

    @Test
    void addsConditionsAndActionsAndSaysThemInWords() {
        long playbook = entering("Welcome");
        String address = LIST + "/" + playbook;
        assertThat(page(admin, address + "/conditions/new?kind=AMOUNT_MIN")).contains("Amount in the base currency");
        assertThat(post(admin, address + "/conditions", "kind", "AMOUNT_MIN", "number", "2,500.50"))
                .hasStatus3xxRedirection();
        assertThat(post(admin, address + "/conditions", "kind", "TEAM", "choice", String.valueOf(team.getId())))
                .hasStatus3xxRedirection();
        assertThat(page(admin, address + "/actions/new?kind=ACTIVITY")).contains("{{deal.title}}");
        assertThat(post(
                        admin,
                        address + "/actions",
                        "kind",
                        "ACTIVITY",
                        "activityKind",
                        kinds.task(),
                        "text",
                        "Call {{person.firstName}}",
                        "days",
                        "2"))
                .hasStatus3xxRedirection();
        assertThat(post(admin, address + "/actions", "kind", "NOTIFICATION", "to", "MANAGERS", "text", "Look"))
                .hasStatus3xxRedirection();
        assertThat(post(admin, address + "/actions", "kind", "ASSIGNMENT", "team", String.valueOf(team.getId())))
                .hasStatus3xxRedirection();

        assertThat(page(admin, address))
                .contains(
                        "The amount is at least $2,500.50",
                        "The owner is of the team Java",
                        "Plan for the owner: Task “Call {{person.firstName}}”, due 2 days later",
                        "Tell the owner’s managers: “Look”",
                        "Assign the deal to the people of Java in turn");
    }

    @ParameterizedTest
    @CsvSource({
        "AMOUNT_MIN, number, -1, An amount of zero or more",
        "AMOUNT_MAX, number, much, An amount of zero or more",
        "SCORE_MIN, number, 101, A whole number from 0 to 100",
        "SCORE_MAX, number, '', A whole number from 0 to 100",
        "OWNER, choice, 999999, Please choose one from the list.",
        "TAG, choice, '', Please choose one from the list.",
        "FIELD, choice, 1-2, Please choose one from the list.",
    })
    void refusesConditionsThatCannotHold(String kind, String field, String value, String message) {
        MvcTestResult result =
                post(admin, LIST + "/" + entering("Welcome") + "/conditions", "kind", kind, field, value);

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains(field + "-error", message);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVITY, text, '', Please say what is to be done.",
        "ACTIVITY, text, Call {{deal.price}}, There is no placeholder {{deal.price}}.",
        "ACTIVITY, text, Call {{sender.name}}, There is no placeholder {{sender.name}}.",
        "ACTIVITY, days, -1, A whole number of days from 0 to 365",
        "ACTIVITY, activityKind, 999999, Please choose one from the list.",
        "ACTIVITY, user, 999999, Please choose one from the list.",
        "NOTIFICATION, text, '', Please write what to tell.",
        "NOTIFICATION, user, '', Please choose one from the list.",
        "ASSIGNMENT, user, '', Please choose either a person or a team.",
        "SOURCE, source, 999999, Please choose one from the list.",
        "MOVE, stage, '', Please choose one from the list.",
        "EXPECTED_CLOSE, days, soon, A whole number of days from 0 to 365",
    })
    void refusesActionsThatCannotBeDone(String kind, String field, String value, String message) {
        String address = LIST + "/" + entering("Welcome") + "/actions";
        MvcTestResult result = post(
                admin,
                address,
                "kind",
                kind,
                "to",
                "USER",
                "text",
                field.equals("text") ? value : "Call",
                "days",
                field.equals("days") ? value : "1",
                "activityKind",
                field.equals("activityKind") ? value : kinds.task(),
                "user",
                field.equals("user") ? value : kind.equals("ASSIGNMENT") ? "" : ani.id(),
                "source",
                field.equals("source") ? value : "",
                "stage",
                field.equals("stage") ? value : stage(3));

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains(field + "-error", message);
    }

    @Test
    void fillsInACustomFieldByTheFieldsOwnRules() {
        String address = LIST + "/" + entering("Welcome") + "/actions";
        assertThat(page(admin, address + "/new?kind=FIELD")).contains("There are no custom fields of deals yet.");
        long field = jdbc.sql("""
                        insert into custom_field (kind, type, name, position) values ('DEAL', 'NUMBER', 'Seats', 1) returning id
                        """).query(Long.class).single();
        assertThat(page(admin, address + "/new?kind=FIELD")).contains("Seats", "Go on");
        String parameter = "field-" + field;
        assertThat(page(admin, address + "/new?kind=FIELD&field=" + field)).contains("name=\"" + parameter + "\"");

        assertThat(post(admin, address, "kind", "FIELD", "field", field, parameter, "many"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"many\"");
        assertThat(post(admin, address, "kind", "FIELD", "field", field, parameter, ""))
                .hasStatus(422);
        assertThat(post(admin, address, "kind", "FIELD", "field", 999_999)).hasStatus(404);
        assertThat(post(admin, address, "kind", "FIELD", "field", field, parameter, "40"))
                .hasStatus3xxRedirection();

        assertThat(page(admin, LIST + "/" + id())).contains("Set “Seats” to 40");
    }

    @Test
    void changesPlacesAndRemovesActions() {
        long playbook = entering("Welcome");
        plan(playbook);
        act(playbook, ActionKind.ACTIVITY, activity("Write", null));
        long first = jdbc.sql("select min(id) from playbook_action")
                .query(Long.class)
                .single();
        String address = LIST + "/" + playbook + "/actions/" + first;
        Object[] form = {"text", "Ring", "days", "3", "activityKind", kinds.task(), "version", 0};

        assertThat(page(admin, address)).contains("value=\"Call {{deal.title}}\"");
        assertThat(post(admin, address, form)).hasStatus3xxRedirection();
        assertThat(post(admin, address, form)).hasStatus(409);
        assertThat(post(admin, address + "/place", "aboveId", first + 1)).hasStatus3xxRedirection();
        assertThat(jdbc.sql("select text from playbook_action order by position")
                        .query(String.class)
                        .list())
                .containsExactly("Write", "Ring");
        assertThat(post(admin, address + "/removal")).hasStatus3xxRedirection();
        assertThat(post(admin, address + "/removal")).hasStatus(404);
        assertThat(post(admin, LIST + "/" + entering("Other") + "/actions/" + (first + 1) + "/removal"))
                .hasStatus(404);
    }

    @Test
    void putsBackWhatWasRemovedByMistake() {
        long playbook = entering("Welcome");
        String address = LIST + "/" + playbook;
        plan(playbook);
        ask(playbook, ConditionKind.AMOUNT_MIN, "2000");
        long action =
                jdbc.sql("select id from playbook_action").query(Long.class).single();
        long condition =
                jdbc.sql("select id from playbook_condition").query(Long.class).single();
        String ofAction = address + "/actions/" + action;
        String ofCondition = address + "/conditions/" + condition;

        assertThat(undo(post(admin, ofAction + "/removal"))).isEqualTo(ofAction + "/restoration");
        assertThat(undo(post(admin, ofCondition + "/removal"))).isEqualTo(ofCondition + "/restoration");
        assertThat(page(admin, address))
                .contains("It does nothing yet.", "None: it does its work for every deal.")
                .doesNotContain("$2,000");
        assertThat(get(admin, ofAction)).hasStatus(404);
        assertThat(post(admin, address + "/switch", "on", true)).hasStatus(422);

        for (int i = 0; i < 2; i++) {
            assertThat(post(admin, ofAction + "/restoration")).hasStatus3xxRedirection();
            assertThat(post(admin, ofCondition + "/restoration")).hasStatus3xxRedirection();
        }
        assertThat(page(admin, address)).contains("Call {{deal.title}}", "The amount is at least $2,000");
        assertThat(post(admin, LIST + "/" + entering("Other") + "/actions/" + action + "/restoration"))
                .hasStatus(404);
    }

    private static String undo(MvcTestResult result) {
        return String.valueOf(result.getMvcResult().getFlashMap().get("undoPath"));
    }

    @Test
    void putsNothingBackThatWouldSetThePlaybookOff() {
        long playbook = entering("Circle");
        act(playbook, ActionKind.MOVE, move(2));
        String address = LIST + "/" + playbook;
        String action = address + "/actions/"
                + jdbc.sql("select id from playbook_action").query(Long.class).single();
        post(admin, action + "/removal");
        assertThat(post(admin, address, "name", "Circle", "trigger", "ENTERED", "stage", stage(2), "version", 0))
                .hasStatus3xxRedirection();

        assertThat(post(admin, action + "/restoration")).hasStatus(422);

        assertThat(page(admin, address)).contains("It does nothing yet.");
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        long playbook = entering("Welcome");
        Object[] form = {"name", "Hello", "trigger", "WON", "version", 0};

        assertThat(post(admin, LIST + "/" + playbook, form)).hasStatus3xxRedirection();
        assertThat(page(admin, LIST)).contains("Hello", "A deal is won");
        assertThat(post(admin, LIST + "/" + playbook, form)).hasStatus(409);
    }

    @Test
    void archivesAPlaybookWhichIsOffThenAndBringsItBack() {
        long playbook = entering("Welcome");
        plan(playbook);
        post(admin, LIST + "/" + playbook + "/switch", "on", true);
        assertThat(page(admin, LIST + "/" + playbook)).contains("On since", "Switch off");

        post(admin, LIST + "/" + playbook + "/archive");
        move(deal, 1);
        assertThat(runs()).isEmpty();
        assertThat(post(admin, LIST + "/" + playbook + "/switch", "on", true)).hasStatus(422);
        post(admin, LIST + "/" + playbook + "/restoration");

        assertThat(page(admin, LIST + "/" + playbook)).contains("Switch on");
    }

    @Test
    void triesAPlaybookOnTheDealsOfToday() {
        long playbook = playbook("Push", Trigger.STAYED, stage(0), "7");
        ask(playbook, ConditionKind.AMOUNT_MIN, "1000");
        String trial = LIST + "/" + playbook + "/trial";
        assertThat(page(admin, trial)).contains("It would act on no open deal now.");

        clock.turn(Duration.ofDays(8));
        fixtures.deal("Too fresh", stages.get(0), ani);

        assertThat(page(admin, trial))
                .contains("It would act on one open deal now.", "Fifty laptops", "are left alone")
                .doesNotContain("Too fresh");
        assertThat(runs()).isEmpty();
    }

    @Test
    void tellsOfItsRunsOnThePageAndInAFile() {
        long playbook = entering("Welcome");
        plan(playbook);
        ask(playbook, ConditionKind.AMOUNT_MIN, "2000");
        playbooks.switchOn(playbook);
        move(deal, 1);
        move(fixtures.deal("A fleet", stages.get(0), ani, new BigDecimal("5000"), "USD"), 1);
        jobs.doWhatIsDue();

        assertThat(page(admin, LIST + "/" + playbook))
                .contains("A fleet", "done", "skipped", "Condition not met: The amount is at least $2,000");
        assertThat(page(admin, LIST + "/" + playbook + "/runs.csv"))
                .contains("Playbook,ID,Deal,Fired,Ended,Outcome,Why", "Fifty laptops", "skipped", "done");
    }

    @Test
    void isForAdministratorsAlone() {
        long playbook = entering("Welcome");

        for (String url : new String[] {"", "/" + playbook, "/" + playbook + "/trial", "/" + playbook + "/runs.csv"}) {
            assertThat(get(manager, LIST + url)).as(url).hasStatus(403);
        }
        assertThat(post(manager, LIST + "/" + playbook + "/switch", "on", true)).hasStatus(403);
        assertThat(get(admin, LIST + "/999999")).hasStatus(404);
        assertThat(get(admin, LIST + "/999999/trial")).hasStatus(404);
        assertThat(get(admin, LIST + "/999999/runs.csv")).hasStatus(404);
    }
}
