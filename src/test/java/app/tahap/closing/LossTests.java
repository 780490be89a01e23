package app.tahap.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTests extends ClosingScene {

    @Test
    void asksToWhomADealIsLostAndWhetherToLookAgain() {
        assertThat(page(ani, "/deals/" + deal + "/outcome?outcome=LOST"))
                .contains("Lost to", "PT Saingan", "Another competitor", "Look at it again on", "min=\"2026-05-21\"");
        assertThat(page(ani, "/deals/" + deal + "/outcome?outcome=DISQUALIFIED"))
                .doesNotContain("PT Saingan");
    }

    @Test
    void keepsTheCompetitorAndTellsIt() {
        lose("told[competitor]", competitor);

        assertThat(page(ani, "/deals/" + deal)).contains("Lost to PT Saingan");
        assertThat(page(ani, "/deals?competitor=" + competitor)).contains("1 deal", "Fifty laptops", "PT Saingan");
        assertThat(page(ani, "/deals?only=LOST_TO_UNTOLD")).doesNotContain("Fifty laptops");
    }

    @Test
    void keepsACompetitorOutsideTheList() {
        lose("told[otherCompetitor]", " <b>Somebody</b> ");

        assertThat(page(ani, "/deals/" + deal)).contains("Lost to &lt;b&gt;Somebody&lt;/b&gt;");
        assertThat(page(ani, "/deals?only=LOST_TO_ANOTHER")).contains("Fifty laptops");
    }

    @Test
    void losesWithoutAnyOfIt() {
        lose();

        assertThat(journal()).isEmpty();
        assertThat(page(ani, "/deals?only=LOST_TO_UNTOLD")).contains("Fifty laptops");
    }

    @Test
    void forgetsALossThatIsTakenBackAndRemembersItAgain() {
        lose("told[competitor]", competitor);
        undo();
        assertThat(page(ani, "/deals?competitor=" + competitor)).doesNotContain("Fifty laptops");

        lose("told[competitor]", competitor);
        reopen();
        assertThat(page(ani, "/deals?competitor=" + competitor)).doesNotContain("Fifty laptops");
        undo();
        assertThat(page(ani, "/deals?competitor=" + competitor)).contains("Fifty laptops");
    }

    @Test
    void countsTheLastOfSeveralLosses() {
        lose("told[competitor]", competitor);
        reopen();
        lose("told[otherCompetitor]", "Somebody");

        assertThat(page(ani, "/deals?competitor=" + competitor)).doesNotContain("Fifty laptops");
        assertThat(page(ani, "/deals?only=LOST_TO_ANOTHER")).contains("Fifty laptops");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-20", "2020-01-01", "tomorrow", "2026-13-01"})
    void refusesADayThatIsNotToCome(String day) {
        assertThat(lose("told[lookAgain]", day, "told[otherCompetitor]", "Somebody", "note", "Too dear"))
                .hasStatus(422)
                .bodyText()
                .contains("Please choose a day after today", "Somebody", "Too dear");
        assertThat(page(ani, "/deals/" + deal)).doesNotContain("Lost to");
    }

    @Test
    void refusesCompetitorsThatThereAreNot() {
        for (String id : new String[] {"999999", "x", "-1"}) {
            assertThat(lose("told[competitor]", id)).as(id).hasStatus(422);
        }
        assertThat(lose("told[competitor]", competitor, "told[otherCompetitor]", "Somebody"))
                .hasStatus(422)
                .bodyText()
                .contains("one competitor only");
        assertThat(lose("told[otherCompetitor]", "x".repeat(101))).hasStatus(422);
        jdbc.sql("update competitor set archived_at = now()").update();
        assertThat(lose("told[competitor]", competitor)).hasStatus(422);
    }

    @Test
    void celebratesAWonDealOnceAndOnlyForThoseWhoLikeIt() {
        assertThat(body(enhanced(ani, "/deals/" + deal + "/outcome", "outcome", "WON", "version", 0)))
                .contains("is-celebrated", "Congratulations");
        assertThat(body(enhanced(ani, "/deals/" + deal + "/undo", "eventId", lastEvent())))
                .doesNotContain("is-celebrated");
        jdbc.sql("update users set celebrates = false").update();
        assertThat(body(enhanced(
                        ani, "/deals/" + deal + "/outcome", "outcome", "WON", "version", fixtures.version(deal))))
                .contains("Congratulations")
                .doesNotContain("is-celebrated");
    }

    @Test
    void celebratesNoLoss() {
        assertThat(body(enhanced(
                        ani,
                        "/deals/" + deal + "/outcome",
                        "outcome",
                        "LOST",
                        "version",
                        0,
                        "reasonId",
                        fixtures.reason("LOST"))))
                .doesNotContain("is-celebrated");
    }

    private long lastEvent() {
        return jdbc.sql("select max(id) from deal_event where deal_id = :deal")
                .param("deal", deal)
                .query(Long.class)
                .single();
    }
}
