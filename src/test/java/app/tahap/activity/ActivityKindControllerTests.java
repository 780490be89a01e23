package app.tahap.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityKindControllerTests extends ActivityScene {

    private static final String PAGE = "/settings/activity-kinds";

    Viewer administrator;

    @BeforeEach
    void prepareAdministrator() {
        administrator = fixtures.user("Sri Wahyuni", Role.ADMINISTRATOR);
    }

    @Test
    void beginsWithFourKindsOfWhichThreeAreContacts() {
        assertThat(kinds.all())
                .extracting(ActivityKind::label, ActivityKind::mark, ActivityKind::contact)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Call", KindMark.CALL, true),
                        org.assertj.core.groups.Tuple.tuple("E-mail", KindMark.MAIL, true),
                        org.assertj.core.groups.Tuple.tuple("Meeting", KindMark.MEETING, true),
                        org.assertj.core.groups.Tuple.tuple("Task", KindMark.TASK, false));
    }

    @Test
    void addsChangesOrdersArchivesAndRestoresKinds() {
        assertThat(post(administrator, PAGE, "label", " Demo ", "mark", "DEMO", "contact", "true"))
                .hasStatus(302);
        long demo = kinds.all().get(4).id();
        post(administrator, PAGE + "/" + demo, "label", "Show", "mark", "FLAG", "version", 0);
        post(administrator, PAGE + "/" + demo + "/place");
        assertThat(labels()).containsExactly("Show", "Call", "E-mail", "Meeting", "Task");
        assertThat(kinds.load(demo).contact()).isFalse();

        post(administrator, PAGE + "/" + call + "/archive");
        assertThat(get(ani, "/deals/" + deal + "/activities/new")).bodyText().doesNotContain(">Call</option>");
        assertThat(get(administrator, PAGE)).bodyText().contains("One archived");
        post(administrator, PAGE + "/" + call + "/restoration");
        assertThat(get(ani, "/deals/" + deal + "/activities/new")).bodyText().contains(">Call</option>");
    }

    @Test
    void keepsAnArchivedKindWithTheActivitiesThatHaveIt() {
        long planned = planned(TODAY);
        post(administrator, PAGE + "/" + call + "/archive");

        assertThat(get(ani, "/activities/" + planned)).bodyText().contains(">Call</option>");
        assertThat(post(
                        ani,
                        "/activities/" + planned,
                        "kind",
                        call,
                        "subject",
                        "Ring",
                        "due",
                        "2026-05-21",
                        "version",
                        0))
                .hasStatus(302);
        assertThat(post(ani, "/deals/" + deal + "/activities", "kind", call, "subject", "Ring", "due", "2026-05-21"))
                .hasStatus(422);
    }

    @Test
    void tellsWhatIsWrongAtTheField() {
        assertThat(post(administrator, PAGE, "label", "CALL", "mark", "CALL"))
                .hasStatus(422)
                .bodyText()
                .contains("There is already a kind called “CALL”");
        assertThat(post(administrator, PAGE, "label", " ", "mark", "CALL"))
                .hasStatus(422)
                .bodyText()
                .contains("Please give it a name.");
        assertThat(post(administrator, PAGE, "label", "x".repeat(61), "mark", "SKULL"))
                .hasStatus(422)
                .bodyText()
                .contains("At most 60 characters", "This choice is not available.");
        assertThat(post(administrator, PAGE + "/" + call, "label", "Ring", "mark", "CALL", "version", 7))
                .hasStatus(409);
        for (int i = 0; i < 3; i++) {
            post(administrator, PAGE + "/" + kinds.all().get(1).id() + "/archive");
        }
        assertThat(post(administrator, PAGE + "/" + call + "/archive"))
                .hasStatus(422)
                .bodyText()
                .contains("is the last kind");
    }

    private List<String> labels() {
        return kinds.all().stream().map(ActivityKind::label).toList();
    }
}
