package app.tahap.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityHandoverTests extends ActivityScene {

    Viewer administrator;
    Viewer budi;
    Viewer citra;
    long budisDeal;

    @BeforeEach
    void prepareOthers() {
        administrator = fixtures.user("Sri Wahyuni", Role.ADMINISTRATOR);
        budi = fixtures.user("Budi Santoso", Role.REP);
        citra = fixtures.user("Citra Lestari", Role.REP);
        budisDeal = fixtures.deal("Ten printers", stages.get(0), budi);
    }

    @Test
    void handsPlannedActivitiesToTheSuccessor() {
        long own = planned(TODAY);
        long done = planned(TOMORROW);
        activities.complete(done, null, 0, ani);
        long others = activities.plan(budisDeal, planFor(TODAY, null), null, ani);

        deactivate(ani, citra);

        assertThat(assignee(own)).isEqualTo(citra.id());
        assertThat(assignee(others)).isEqualTo(citra.id());
        assertThat(assignee(done)).isEqualTo(ani.id());
        assertThat(nextStep(deal)).isEqualTo("Call them 2026-05-20");
    }

    @Test
    void handsWhatTheSuccessorMayNotSeeToTheDealsOwner() {
        long others = activities.plan(budisDeal, planFor(TODAY, null), null, ani);
        fixtures.letRepsSee(Visibility.OWN);

        deactivate(ani, citra);

        assertThat(assignee(others)).isEqualTo(budi.id());
    }

    @Test
    void handsWhatIsLeftWithoutASuccessorToTheDealsOwner() {
        long planned = activities.plan(deal, new ActivityPlan(call, "Help", TODAY, null, null, citra.id()), null, ani);

        deactivate(citra, null);

        assertThat(assignee(planned)).isEqualTo(ani.id());
    }

    private void deactivate(Viewer user, @org.jspecify.annotations.Nullable Viewer successor) {
        assertThat(post(
                        administrator,
                        "/settings/users/" + user.id() + "/deactivation",
                        "successor",
                        successor == null ? "" : successor.id()))
                .hasStatus(302);
    }

    private long assignee(long activity) {
        return jdbc.sql("select assignee_id from activity where id = :id")
                .param("id", activity)
                .query(Long.class)
                .single();
    }
}
