package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Viewer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DealOutcomeControllerTests extends BoardScene {

    @Test
    void winsAtOnceAndOffersToUndoIt() {
        assertThat(close("WON", "version", 0))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Congratulations",
                        "data-gone=\"deal-" + deal,
                        "data-undo",
                        "column-" + stages.get(0).id())
                .doesNotContain("The filter hides");
        assertThat(outcomeOf(deal)).isEqualTo("WON");
    }

    @Test
    void losesWithAReasonAndANote() {
        close("LOST", "version", 0, "reasonId", fixtures.reason("LOST"), "note", "Too dear");

        assertThat(jdbc.sql(
                                "select reason_note from deal where id = :id and outcome = 'LOST' and reason_id is not null")
                        .param("id", deal)
                        .query(String.class)
                        .single())
                .isEqualTo("Too dear");
    }

    @Test
    void asksForAReasonAndKeepsTheNote() {
        for (String outcome : new String[] {"LOST", "DISQUALIFIED"}) {
            assertThat(close(outcome, "version", 0, "note", "Too dear"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Please choose a reason", "Too dear", "<form");
        }
        assertThat(events(deal)).containsExactly("CREATED");
    }

    @Test
    void refusesAReasonOfAnotherOutcome() {
        assertThat(close("LOST", "version", 0, "reasonId", fixtures.reason("DISQUALIFIED")))
                .hasStatus(422);
        assertThat(close("LOST", "version", 0, "reasonId", 999_999)).hasStatus(422);
        assertThat(outcomeOf(deal)).isEqualTo("OPEN");
    }

    @Test
    void refusesANoteThatIsTooLong() {
        assertThat(close("LOST", "version", 0, "reasonId", fixtures.reason("LOST"), "note", "x".repeat(2_001)))
                .hasStatus(422);
    }

    @Test
    void knowsNoOutcomeBesideThoseThatClose() {
        assertThat(close("OPEN", "version", 0)).hasStatus(404);
        assertThat(get(ani, "/deals/" + deal + "/outcome?outcome=OPEN")).hasStatus(404);
        assertThat(close("SHINY", "version", 0)).hasStatus4xxClientError();
        assertThat(get(ani, "/deals/" + deal + "/outcome?outcome=SHINY")).hasStatus(400);
    }

    @Test
    void answersAStaleOutcomeWithTheDealAsItIsNow() {
        move(ani, deal, stages.get(1), 0, UUID.randomUUID());

        assertThat(close("LOST", "version", 0, "reasonId", fixtures.reason("LOST")))
                .hasStatus(409)
                .bodyText()
                .contains("has meanwhile moved");
        assertThat(outcomeOf(deal)).isEqualTo("OPEN");
    }

    @Test
    void writesOneEventForADoubleSubmit() {
        UUID key = UUID.randomUUID();

        assertThat(close("WON", "version", 0, "key", key)).hasStatusOk();
        assertThat(close("WON", "version", 0, "key", key)).hasStatusOk();
        assertThat(events(deal)).containsExactly("CREATED", "WON");
    }

    /** The forms of a deal's page share a key. */
    @Test
    void doesNotTakeAnotherChangeFromTheSamePageForADoubleSubmit() {
        UUID key = UUID.randomUUID();
        move(ani, deal, stages.get(1), 0, key);

        assertThat(close("WON", "version", 0, "key", key))
                .hasStatus(409)
                .bodyText()
                .contains("Your change was not saved", "Ani Basuki has meanwhile moved");
        assertThat(move(ani, deal, stages.get(2), 0, key)).hasStatus(409);
        assertThat(post(ani, "/deals/" + deal + "/parking", "until", "2026-06-01", "version", 0, "key", key))
                .hasStatus(409);
        assertThat(events(deal)).containsExactly("CREATED", "MOVED");
        assertThat(move(ani, deal, stages.get(1), 0, key)).hasStatusOk();
        assertThat(outcomeOf(deal)).isEqualTo("OPEN");
    }

    @Test
    void takesAnotherReasonForAnotherChange() {
        UUID key = UUID.randomUUID();
        Object[] form = {"version", 0, "key", key, "reasonId", fixtures.reason("LOST"), "note", "Price"};
        close("LOST", form);

        assertThat(close("LOST", form)).hasStatusOk();
        form[7] = "Features";
        assertThat(close("LOST", form)).hasStatus(409);
    }

    @Test
    void refusesToCloseAClosedDeal() {
        close("WON", "version", 0);

        assertThat(close("LOST", "version", 1, "reasonId", fixtures.reason("LOST")))
                .hasStatus(422)
                .bodyText()
                .contains("This deal is closed");
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        Viewer stranger = stranger();

        assertThat(post(stranger, "/deals/" + deal + "/outcome", "outcome", "WON", "version", 0))
                .hasStatus(404);
        assertThat(get(stranger, "/deals/" + deal + "/outcome?outcome=LOST")).hasStatus(404);
        assertThat(outcomeOf(deal)).isEqualTo("OPEN");
    }

    @Test
    void refusesAnOutcomeWithoutCsrfToken() {
        assertThat(withoutToken(ani, "/deals/" + deal + "/outcome", "outcome", "WON", "version", 0))
                .hasStatus(403);
        assertThat(outcomeOf(deal)).isEqualTo("OPEN");
    }

    @Test
    void keepsANoteThatIsTooLongForItsAuthorToShorten() {
        assertThat(close("WON", "note", "x".repeat(2_001), "version", 0))
                .hasStatus(422)
                .bodyText()
                .contains("The note may have 2,000 characters at most.", "x".repeat(2_001));
    }

    private MvcTestResult close(String outcome, Object... more) {
        Object[] parameters = new Object[more.length + 2];
        parameters[0] = "outcome";
        parameters[1] = outcome;
        System.arraycopy(more, 0, parameters, 2, more.length);
        return post(ani, "/deals/" + deal + "/outcome", parameters);
    }
}
