package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DealUndoControllerTests extends BoardScene {

    @Test
    void takesAMoveBackToItsPlaceAsIfItHadNotHappened() {
        fixtures.deal("Ten printers", stages.get(0), ani);
        List<String> order = column(stages.get(0));
        List<String> stays = stays();
        move(ani, deal, stages.get(2), 0, UUID.randomUUID());
        clock.turn(Duration.ofHours(3));

        assertThat(undo(lastEvent(deal)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "is back in Prospecting",
                        "data-stage=\"" + stages.get(0).id(),
                        "data-rank");
        assertThat(column(stages.get(0))).isEqualTo(order);
        assertThat(stays()).isEqualTo(stays);
        assertThat(events(deal)).containsExactly("CREATED", "MOVED", "UNDONE");
    }

    @Test
    void takesAnOutcomeBack() {
        post(ani, "/deals/" + deal + "/outcome", "outcome", "WON", "version", 0);

        assertThat(undo(lastEvent(deal))).hasStatusOk();
        assertThat(outcomeOf(deal)).isEqualTo("OPEN");
    }

    @Test
    void takesBackOnceHoweverOftenItIsAsked() {
        move(ani, deal, stages.get(2), 0, UUID.randomUUID());
        long moved = lastEvent(deal);

        assertThat(undo(moved)).hasStatusOk();
        assertThat(undo(moved)).hasStatusOk();
        assertThat(events(deal)).containsExactly("CREATED", "MOVED", "UNDONE");
    }

    @Test
    void refusesWhatWasFollowedByAnotherChange() {
        move(ani, deal, stages.get(2), 0, UUID.randomUUID());
        long first = lastEvent(deal);
        move(ani, deal, stages.get(3), 1, UUID.randomUUID());

        assertThat(undo(first)).hasStatus(409).bodyText().contains("has meanwhile moved");
        assertThat(stageOf(deal)).isEqualTo(stages.get(3).id());
    }

    @Test
    void refusesWhatIsNotOfToday() {
        move(ani, deal, stages.get(2), 0, UUID.randomUUID());
        clock.turn(Duration.ofDays(1));

        assertThat(undo(lastEvent(deal))).hasStatus(422).bodyText().contains("can no longer be undone");
    }

    @Test
    void refusesToTakeTheCreationBack() {
        assertThat(undo(lastEvent(deal))).hasStatus4xxClientError();
        assertThat(events(deal)).containsExactly("CREATED");
    }

    @Test
    void redirectsAPlainForm() {
        move(ani, deal, stages.get(2), 0, UUID.randomUUID());

        assertThat(form(ani, "/deals/" + deal + "/undo", "eventId", lastEvent(deal)))
                .hasStatus3xxRedirection();
        assertThat(stageOf(deal)).isEqualTo(stages.get(0).id());
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        move(ani, deal, stages.get(2), 0, UUID.randomUUID());

        assertThat(post(stranger(), "/deals/" + deal + "/undo", "eventId", lastEvent(deal)))
                .hasStatus(404);
    }

    /** Whether something happened to another deal is nothing that an answer may tell. */
    @Test
    void knowsNoEventOfAnotherDeal() {
        long other = fixtures.deal("Ten printers", stages.get(0), ani);
        move(ani, other, stages.get(2), 0, UUID.randomUUID());
        long moved = lastEvent(other);

        assertThat(undo(moved)).hasStatus(404);
        post(ani, "/deals/" + other + "/undo", "eventId", moved);
        assertThat(undo(moved)).hasStatus(404);
        assertThat(undo(999_999_999)).hasStatus(404);
        assertThat(events(other)).containsExactly("CREATED", "MOVED", "UNDONE");
    }

    @Test
    void refusesARequestWithoutCsrfToken() {
        move(ani, deal, stages.get(2), 0, UUID.randomUUID());

        assertThat(withoutToken(ani, "/deals/" + deal + "/undo", "eventId", lastEvent(deal)))
                .hasStatus(403);
        assertThat(stageOf(deal)).isEqualTo(stages.get(2).id());
    }

    private MvcTestResult undo(long event) {
        return post(ani, "/deals/" + deal + "/undo", "eventId", event);
    }

    private List<String> stays() {
        return jdbc.sql(
                        "select stage_id || ' ' || entered_at || ' ' || coalesce(exit, '-') from stage_stay order by id")
                .query(String.class)
                .list();
    }
}
