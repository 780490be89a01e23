package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineTemplates;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.Template;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

class DealStageControllerTests extends BoardScene {

    @Autowired
    PipelineTemplates templates;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DealNotes notes;

    @Test
    void movesADealAndOffersToUndoIt() {
        MvcTestResult result = move(ani, deal, stages.get(2), 0, UUID.randomUUID());

        assertThat(result).hasStatusOk();
        assertThat(result)
                .bodyText()
                .contains(
                        "moved to Initial contact",
                        "data-undo",
                        "id=\"deal-" + deal,
                        "column-" + stages.get(0).id(),
                        "column-" + stages.get(2).id());
        assertThat(stageOf(deal)).isEqualTo(stages.get(2).id());
        assertThat(events(deal)).containsExactly("CREATED", "MOVED");
    }

    @Test
    void answersAMoveBriefly() {
        MvcTestResult result = move(ani, deal, stages.get(2), 0, UUID.randomUUID());

        assertThat(result.getResponse().getContentAsByteArray())
                .asString(StandardCharsets.UTF_8)
                .contains("data-card")
                .satisfies(body ->
                        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(5_000));
    }

    @Test
    void redirectsAPlainFormToTheBoard() {
        assertThat(form(
                        ani,
                        "/deals/" + deal + "/stage",
                        "stageId",
                        stages.get(1).id(),
                        "version",
                        0))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .startsWith("/board");
    }

    @Test
    void placesACardBetweenItsNeighboursAndWritesNoEvent() {
        long second = fixtures.deal("Ten printers", stages.get(0), ani);
        long third = fixtures.deal("Service contract", stages.get(0), ani);
        List<String> before = ranks(second, third);

        MvcTestResult result = place(deal, third, second);

        assertThat(result).hasStatusOk();
        assertThat(column(stages.get(0))).containsExactly("Service contract", "Fifty laptops", "Ten printers");
        assertThat(ranks(second, third)).isEqualTo(before);
        assertThat(events(deal)).containsExactly("CREATED");
    }

    @Test
    void placesACardAfterTheLastOneThatWasLoaded() {
        long second = fixtures.deal("Ten printers", stages.get(0), ani);
        fixtures.deal("Service contract", stages.get(0), ani);

        // the board showed no card below the second one, though the first is there
        long fourth = fixtures.deal("Forklift", stages.get(0), ani);
        place(fourth, second, null);

        assertThat(column(stages.get(0)))
                .containsExactly("Service contract", "Ten printers", "Forklift", "Fifty laptops");
    }

    @Test
    void doesNotCallAMoveStaleBecauseTheCardWasReorderedOrGotANote() {
        long second = fixtures.deal("Ten printers", stages.get(0), ani);
        place(deal, null, second);
        notes.add(deal, new NoteForm("They call back on Monday", null, UUID.randomUUID()), ani);

        assertThat(move(ani, deal, stages.get(1), 0, UUID.randomUUID())).hasStatusOk();
    }

    @Test
    void answersAStaleMoveWithTheDealAsItIsNowAndWhoMovedIt() {
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        move(budi, deal, stages.get(2), 0, UUID.randomUUID());

        MvcTestResult stale = move(ani, deal, stages.get(4), 0, UUID.randomUUID());

        assertThat(stale).hasStatus(409);
        assertThat(stale)
                .bodyText()
                .contains(
                        "Your change was not saved. Budi Santoso has meanwhile moved “Fifty laptops” to Initial contact",
                        "data-stage=\"" + stages.get(2).id())
                .doesNotContain("data-undo");
        assertThat(stageOf(deal)).isEqualTo(stages.get(2).id());
        assertThat(events(deal)).containsExactly("CREATED", "MOVED");
    }

    @Test
    void countsColumnsByTheFilterAsItIsTypedInAStaleAnswerToo() {
        fixtures.deal("A cable", stages.get(1), ani, new BigDecimal("999"), "USD");
        fixtures.deal("A server", stages.get(1), ani, new BigDecimal("1500"), "USD");
        move(ani, deal, stages.get(2), 0, UUID.randomUUID());

        MvcTestResult stale = post(
                ani,
                "/deals/" + deal + "/stage?amountMin=1,500",
                "stageId",
                stages.get(4).id(),
                "version",
                0);

        assertThat(stale)
                .hasStatus(409)
                .bodyText()
                .contains(
                        "column-%d-head\" data-total=\"1\""
                                .formatted(stages.get(1).id()),
                        "column-%d-head\" data-total=\"0\""
                                .formatted(stages.get(2).id()))
                .contains("data-gone=\"deal-" + deal);
    }

    @Test
    void explainsAStalePlainFormOnAPage() {
        move(ani, deal, stages.get(2), 0, UUID.randomUUID());

        assertThat(form(
                        ani,
                        "/deals/" + deal + "/stage",
                        "stageId",
                        stages.get(1).id(),
                        "version",
                        0))
                .hasStatus(409)
                .bodyText()
                .contains("Ani Basuki has meanwhile moved", "/deals/" + deal);
    }

    @Test
    void doesNotTakeTheKeyOfAnotherDealsMove() {
        UUID key = UUID.randomUUID();
        long other = fixtures.deal("Another", stages.get(0), ani);
        move(ani, deal, stages.get(1), 0, key);

        assertThat(move(ani, other, stages.get(1), 0, key))
                .hasStatus(409)
                .bodyText()
                .contains("This form has been used for something else already");
        assertThat(move(ani, other, stages.get(2), 0, UUID.randomUUID())).hasStatus2xxSuccessful();
    }

    @Test
    void writesOneEventForADoubleSubmit() {
        UUID key = UUID.randomUUID();

        MvcTestResult first = move(ani, deal, stages.get(1), 0, key);
        MvcTestResult second = move(ani, deal, stages.get(1), 0, key);

        assertThat(first).hasStatusOk();
        assertThat(second).hasStatusOk().bodyText().contains("data-undo");
        assertThat(events(deal)).containsExactly("CREATED", "MOVED");
    }

    /** The forms of a deal's page share a key, and who is quick presses two buttons of it before the first is answered. */
    @ParameterizedTest
    @CsvSource({"stage, stageId, STAGE", "outcome, outcome, WON", "parking, until, 2026-08-01", "reopening, x, x"})
    void doesNotTakeAnotherChangeByTheSameKeyForTheSameOne(String what, String name, String value) {
        UUID key = UUID.randomUUID();
        move(ani, deal, stages.get(1), 0, key);
        Object chosen = value.equals("STAGE") ? stages.get(2).id() : value;

        assertThat(post(ani, "/deals/" + deal + "/" + what, name, chosen, "version", 0, "key", key))
                .hasStatus(409)
                .bodyText()
                .contains("Your change was not saved");
        assertThat(events(deal)).containsExactly("CREATED", "MOVED");
    }

    @Test
    void saysWhenTheFilterHidesTheCard() {
        MvcTestResult result = post(
                ani,
                "/deals/" + deal + "/stage?text=printer",
                "stageId",
                stages.get(1).id(),
                "version",
                0);

        assertThat(result)
                .bodyText()
                .contains("data-gone=\"deal-" + deal, "The filter hides it here.")
                .doesNotContain("data-card");
    }

    @Test
    void refreshesBothHeadsOfAMoveToAnotherPipeline() {
        Stage elsewhere = fixtures.stages(Objects.requireNonNull(
                        transactions.execute(status -> templates.create("Renewals", Template.FOUR, Locale.ENGLISH))))
                .get(1);

        assertThat(move(ani, deal, elsewhere, 0, UUID.randomUUID()))
                .hasStatusOk()
                .bodyText()
                .contains("column-" + stages.get(0).id() + "-head", "column-" + elsewhere.id() + "-head");
        assertThat(stageOf(deal)).isEqualTo(elsewhere.id());
    }

    @Test
    void refusesToMoveAClosedDealAndSaysWhy() {
        post(ani, "/deals/" + deal + "/outcome", "outcome", "WON", "version", 0);

        assertThat(move(ani, deal, stages.get(1), 1, UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("class=\"refusal\"", "This deal is closed");
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        Viewer stranger = stranger();

        assertThat(move(stranger, deal, stages.get(1), 0, UUID.randomUUID()))
                .hasStatus(404)
                .bodyText()
                .contains("refusal")
                .doesNotContain("<html", "Fifty laptops");
        assertThat(get(stranger, "/deals/" + deal + "/stage")).hasStatus(404);
        assertThat(stageOf(deal)).isEqualTo(stages.get(0).id());
    }

    @Test
    void refusesAMoveWithoutCsrfToken() {
        assertThat(withoutToken(
                        ani,
                        "/deals/" + deal + "/stage",
                        "stageId",
                        stages.get(1).id(),
                        "version",
                        0))
                .hasStatus(403);
        assertThat(events(deal)).containsExactly("CREATED");
    }

    @Test
    void refusesAStageThatDoesNotExist() {
        assertThat(post(ani, "/deals/" + deal + "/stage", "stageId", 999_999, "version", 0))
                .hasStatus(404);
    }

    @Test
    void answersNonsenseWithABadRequest() {
        assertThat(post(ani, "/deals/" + deal + "/stage", "stageId", "first", "version", 0))
                .hasStatus(400);
    }

    @Test
    void sendsAScriptWhoseSessionEndedToTheLogin() {
        assertThat(mvc.get().uri("/deals/{id}/stage", deal).header("HX-Request", "true"))
                .hasStatus(401)
                .containsHeader("HX-Redirect");
    }

    @Test
    void offersEveryStageAndOutcomeWithoutDragging() {
        assertThat(mvc.get().uri("/deals/{id}/stage", deal).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("Proposal/quote", "Closing", "value=\"WON\"", "value=\"LOST\"", "value=\"PARKED\"");
    }

    /** Drops a card of the first column between two others; no neighbour is an empty text, as a form would send it. */
    private MvcTestResult place(long dealId, @Nullable Long above, @Nullable Long below) {
        return post(
                ani,
                "/deals/" + dealId + "/stage",
                "stageId",
                stages.get(0).id(),
                "version",
                fixtures.version(dealId),
                "aboveId",
                above == null ? "" : above,
                "belowId",
                below == null ? "" : below);
    }

    private List<String> ranks(long... ids) {
        return Arrays.stream(ids)
                .mapToObj(id -> jdbc.sql("select rank from deal where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .toList();
    }
}
