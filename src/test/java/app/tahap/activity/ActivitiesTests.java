package app.tahap.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

class ActivitiesTests extends ActivityScene {

    @Autowired
    ActivityContacts contacts;

    @Autowired
    NextSteps nextSteps;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void keepsTheEarliestPlannedActivityAsTheNextStep() {
        long later = planned("Send the offer", TOMORROW, null);
        long sooner = planned("Call them", TODAY, LocalTime.of(14, 0));
        planned("Write to them", TODAY, null);
        assertThat(nextStep(deal)).isEqualTo("Call them 2026-05-20 14:00:00");

        activities.complete(sooner, null, version(sooner), ani);
        assertThat(nextStep(deal)).isEqualTo("Write to them 2026-05-20");
        activities.reschedule(later, TODAY.minusDays(1), version(later), ani);
        assertThat(nextStep(deal)).isEqualTo("Send the offer 2026-05-19");
        activities.delete(later, version(later), ani);
        assertThat(nextStep(deal)).isEqualTo("Write to them 2026-05-20");
        activities.restore(later, ani);
        assertThat(nextStep(deal)).isEqualTo("Send the offer 2026-05-19");
        activities.reopen(sooner, ani);
        activities.reschedule(later, TOMORROW, version(later), ani);
        assertThat(nextStep(deal)).isEqualTo("Call them 2026-05-20 14:00:00");
    }

    @Test
    void forgetsTheNextStepWhenNothingIsPlanned() {
        long only = planned(TODAY);
        activities.complete(only, null, 0, ani);

        assertThat(nextStep(deal)).isEmpty();
    }

    @Test
    void findsTheNextStepsOfManyDealsAsThatOfOne() {
        long other = fixtures.deal("Ten printers", stages.get(0), ani);
        planned("Send the offer", TOMORROW, null);
        planned("Call them", TODAY, LocalTime.of(14, 0));
        activities.plan(other, planFor(TOMORROW, null), null, ani);
        String one = nextStep(deal);
        String two = nextStep(other);
        jdbc.sql("update deal set next_step = null, next_step_due = null, next_step_time = null")
                .update();

        transactions.executeWithoutResult(status -> nextSteps.follow(List.of(deal, other)));

        assertThat(nextStep(deal)).isEqualTo(one);
        assertThat(nextStep(other)).isEqualTo(two);
    }

    @Test
    void leavesTheDealsVersionAsItIs() {
        int before = fixtures.version(deal);
        long planned = planned(TODAY);
        activities.complete(planned, "They agree", 0, ani);

        assertThat(fixtures.version(deal)).isEqualTo(before);
    }

    @Test
    void writesADoneActivityIntoTheDealsHistory() {
        clock.turn(Duration.ofHours(1));
        long planned = planned(TODAY);
        activities.complete(planned, "They agree", 0, ani);

        assertThat(jdbc.sql("select message || ': ' || detail from deal_journal where deal_id = :deal")
                        .param("deal", deal)
                        .query(String.class)
                        .list())
                .containsExactly("activity.journal.done: They agree");
        assertThat(jdbc.sql("select last_activity_at = :now from deal where id = :deal")
                        .param("deal", deal)
                        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void completesOnceForARepeatedRequest() {
        long planned = planned(TODAY);
        activities.complete(planned, "They agree", 0, ani);
        activities.complete(planned, "They agree", 0, ani);

        assertThat(count("deal_journal")).isEqualTo(1);
        assertThatThrownBy(() -> activities.complete(planned, "They refuse", 0, ani))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> activities.complete(planned, "They refuse", version(planned), ani))
                .isInstanceOf(RuleException.class)
                .hasMessage("activity.done.already");
    }

    @Test
    void plansOnceForARepeatedRequest() {
        UUID key = key();
        long first = activities.plan(deal, planFor(TODAY, null), key, ani);

        assertThat(activities.plan(deal, planFor(TODAY, null), key, ani)).isEqualTo(first);
        assertThatThrownBy(() -> activities.plan(deal, planFor(TOMORROW, null), key, ani))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(count("activity")).isEqualTo(1);
    }

    @Test
    void logsWhatHasHappenedAtItsTime() {
        activities.log(
                deal,
                planFor(TODAY.minusDays(1), LocalTime.of(9, 0)),
                "Nobody answered",
                TODAY.minusDays(1).atTime(9, 0).atZone(ani.zone()).toInstant(),
                null,
                ani);

        assertThat(nextStep(deal)).isEmpty();
        assertThat(jdbc.sql("select occurred_at::text from deal_journal")
                        .query(String.class)
                        .single())
                .contains("2026-05-19");
        assertThatThrownBy(() -> activities.log(
                        deal, planFor(TOMORROW, null), null, clock.instant().plusSeconds(60), null, ani))
                .hasMessage("activity.done.future");
    }

    @Test
    void countsADoneCallAsContactButNoTask() {
        assertThat(isContacted()).isFalse();
        long chore = activities.plan(deal, new ActivityPlan(task, "Read up", TODAY, null, null, ani.id()), null, ani);
        activities.complete(chore, null, 0, ani);
        long planned = planned(TODAY);
        assertThat(isContacted()).isFalse();

        activities.complete(planned, null, 0, ani);
        assertThat(isContacted()).isTrue();
        activities.delete(planned, version(planned), ani);
        assertThat(isContacted()).isFalse();
    }

    @Test
    void givesNothingToThoseWhoMayNotSeeTheDeal() {
        Viewer budi = stranger();
        ActivityPlan forBudi = new ActivityPlan(call, "Call them", TODAY, null, null, budi.id());

        assertThatThrownBy(() -> activities.plan(deal, forBudi, null, ani)).hasMessage("activity.assignee.blind");
        assertThatThrownBy(() -> activities.plan(deal, forBudi, null, budi)).isInstanceOf(NotFoundException.class);
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", budi.id())
                .update();
        assertThatThrownBy(() -> activities.plan(deal, forBudi, null, ani)).hasMessage("activity.assignee.left");
    }

    @Test
    void refusesAChangeOnTopOfAnEarlierState() {
        long planned = planned(TODAY);
        Viewer citra = fixtures.user("Citra Lestari", Role.MANAGER);
        activities.reschedule(planned, TOMORROW, 0, citra);

        assertThatThrownBy(() -> activities.reschedule(planned, TODAY.plusDays(5), 0, ani))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> activities.delete(planned, 0, ani))
                .isInstanceOf(OptimisticLockingFailureException.class);
        activities.reschedule(planned, TOMORROW, 0, ani); // what is asked for is so already
        assertThat(nextStep(deal)).isEqualTo("Call them 2026-05-21");
    }

    @Test
    void goesAlongWhenItsDealIsMergedIntoAnother() {
        planned("Call them", TODAY, null);
        long kept = fixtures.deal("Fifty laptops", stages.get(1), ani);

        assertThat(post(
                        ani,
                        "/deals/" + kept + "/merging",
                        "with",
                        deal,
                        "version",
                        fixtures.version(kept),
                        "otherVersion",
                        fixtures.version(deal)))
                .hasStatus(302);

        assertThat(nextStep(kept)).isEqualTo("Call them 2026-05-20");
        assertThat(nextStep(deal)).isEmpty();
    }

    private boolean isContacted() {
        return jdbc.sql("select " + contacts.condition() + " from deal d where d.id = :deal")
                .param("deal", deal)
                .query(Boolean.class)
                .single();
    }
}
