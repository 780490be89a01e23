package app.tahap.negotiation;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class ObjectionControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Objections objections;

    @Autowired
    AnswerLibrary library;

    @Autowired
    DealService deals;

    @Autowired
    JdbcClient jdbc;

    List<Stage> stages;
    Viewer ani;
    long deal;
    String price;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(5), ani);
        price = objections.types(null).get(0).value();
    }

    @Test
    void writesDownWhatTheCustomerSaysInItsStage() {
        assertThat(add("type", price, "words", " Too <dear>\nby half ", "answer", "", "outcome", "OPEN"))
                .hasRedirectedUrl("/deals/%d#panel-objections".formatted(deal));

        ObjectionRow row = only();
        assertThat(row.type()).isEqualTo("Price");
        assertThat(row.stage()).isEqualTo("Negotiation");
        assertThat(row.words()).isEqualTo("Too <dear>\nby half");
        assertThat(row.outcome()).isEqualTo(ObjectionOutcome.OPEN);
        assertThat(page())
                .contains("Too &lt;dear&gt;", "Ani wrote down an objection: Price")
                .doesNotContain("<dear>");
    }

    @Test
    void showsThePanelFoldedWhereTheStageDoesWithoutIt() {
        add("type", price, "words", "Too dear");
        assertThat(page()).contains("<section class=\"card deal-panel\" id=\"panel-objections\"");

        jdbc.sql("delete from stage_tool where tool = 'OBJECTIONS'").update();
        assertThat(page()).contains("<details class=\"card deal-panel\" id=\"panel-objections\"");

        jdbc.sql("update objection set deleted_at = raised_at").update();
        assertThat(page()).doesNotContain("panel-objections");
    }

    @ParameterizedTest
    @CsvSource({
        "'',Too dear,Choose a type.",
        "999999,Too dear,Choose a type.",
        "first,'',Write down what the customer said.",
        "first,' ',Write down what the customer said."
    })
    void keepsWhatWasTypedWhereItIsRefused(String type, String words, String message) {
        String chosen = type.equals("first") ? price : type;

        assertThat(add("type", chosen, "words", words, "answer", "It pays for itself", "outcome", "RESOLVED"))
                .hasStatus(422)
                .bodyText()
                .contains(message, "It pays for itself")
                .containsPattern("value=\"RESOLVED\"[^>]*checked");
        assertThat(objections.of(deal)).isEmpty();
    }

    @Test
    void refusesWordsBeyondMeasure() {
        assertThat(add("type", price, "words", "x".repeat(2001)))
                .hasStatus(422)
                .bodyText()
                .contains("At most 2,000");
        assertThat(add("type", price, "words", "x", "answer", "x".repeat(5001)))
                .hasStatus(422)
                .bodyText()
                .contains("At most 5,000");
    }

    @Test
    void addsARepeatedRequestOnce() {
        String key = UUID.randomUUID().toString();
        add("type", price, "words", "Too dear", "key", key);

        assertThat(add("type", price, "words", "Too dear", "key", key)).hasStatus3xxRedirection();
        assertThat(add("type", price, "words", "Not now", "key", key)).hasStatus(409);
        assertThat(objections.of(deal)).hasSize(1);
    }

    @Test
    void answersAndDecidesWithTheTimelineTelling() {
        add("type", price, "words", "Too dear");
        ObjectionRow row = only();

        assertThat(edit(row, "type", price, "words", "Too dear", "answer", "It pays for itself", "outcome", "RESOLVED"))
                .hasStatus3xxRedirection();

        assertThat(only().answer()).isEqualTo("It pays for itself");
        assertThat(page()).containsSubsequence("Ani resolved the objection: Price", "It pays for itself");

        assertThat(decide(only(), "CONCEDED", only().version())).hasStatus3xxRedirection();
        assertThat(only().outcome()).isEqualTo(ObjectionOutcome.CONCEDED);
        assertThat(page()).contains("Ani gave in to the objection: Price");
        assertThat(decide(only(), "CONCEDED", 0)).as("said already").hasStatus3xxRedirection();
    }

    @Test
    void tellsThatSomebodyElseChangedItMeanwhile() {
        add("type", price, "words", "Too dear");
        ObjectionRow seen = only();
        edit(seen, "type", price, "words", "Much too dear", "outcome", "OPEN");

        assertThat(edit(seen, "type", price, "words", "Rather dear", "outcome", "OPEN"))
                .hasStatus(409)
                .bodyText()
                .contains("Rather dear", "Somebody else has saved this i");
        assertThat(decide(seen, "RESOLVED", seen.version())).hasStatus(409);
        assertThat(only().words()).isEqualTo("Much too dear");
    }

    @Test
    void keepsATypeThatIsNoLongerOnOffer() {
        add("type", price, "words", "Too dear");
        jdbc.sql("update objection_type set archived_at = now()").update();

        assertThat(edit(only(), "type", price, "words", "Dear", "outcome", "OPEN"))
                .hasStatus3xxRedirection();
        assertThat(add("type", price, "words", "Dear again")).hasStatus(422);
    }

    @Test
    void deletesWithTheTimelineTelling() {
        add("type", price, "words", "Too dear");

        assertThat(mvc.post()
                        .uri("/deals/{deal}/objections/{id}/deletion", deal, only().id())
                        .with(as(ani))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(objections.of(deal)).isEmpty();
        assertThat(page()).contains("Ani deleted an objection: Price", "Too dear");
    }

    @Test
    void knowsNoObjectionOfAnotherDeal() {
        add("type", price, "words", "Too dear");
        long id = only().id();
        long other = fixtures.deal("A fleet", stages.get(0), ani);

        assertThat(mvc.get().uri("/deals/{deal}/objections/{id}", other, id).with(as(ani)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/deals/{deal}/objections/{id}/outcome", other, id)
                        .param("outcome", "RESOLVED")
                        .with(as(ani))
                        .with(csrf()))
                .hasStatus(404);
    }

    @Test
    void remembersAnswersThatWorkedWithTheirDealsOutcomes() {
        answered("Too dear", "It pays for itself", "RESOLVED", Outcome.WON);
        answered("Costs a lot", "it PAYS for itself", "RESOLVED", Outcome.LOST);
        answered("Hm", "We pay the freight", "RESOLVED", Outcome.OPEN);
        answered("No", "Take ten percent off", "CONCEDED", Outcome.WON);

        assertThat(library.answers(null, null, 0, 10, ani))
                .extracting(KnownAnswer::answer, KnownAnswer::resolved, KnownAnswer::won, KnownAnswer::decided)
                .containsExactly(tuple("it PAYS for itself", 2L, 1L, 2L), tuple("We pay the freight", 1L, 0L, 0L));
        assertThat(library.answers(null, "FREIGHT", 0, 10, ani)).hasSize(1);
        assertThat(library.answers(null, "100%", 0, 10, ani)).isEmpty();
        assertThat(mvc.get().uri("/objections").with(as(ani)))
                .bodyText()
                .contains(
                        "Resolved 2 objections; won 1 of 2 decided deals.",
                        "Resolved 1 objection; the deals are still open.");
    }

    @Test
    void drawsOnDealsOnlyThatTheViewerMaySee() {
        answered("Too dear", "It pays for itself", "RESOLVED", Outcome.OPEN);
        fixtures.letRepsSee(Visibility.OWN);
        Viewer budi = fixtures.user("Budi", Role.REP);

        assertThat(library.answers(null, null, 0, 10, budi)).isEmpty();
        assertThat(library.count(null, null, fixtures.viewer(ani.id()))).isOne();
    }

    private void answered(String words, String answer, String outcome, Outcome dealOutcome) {
        deal = fixtures.deal(words, stages.get(4), ani);
        add("type", price, "words", words, "answer", answer, "outcome", outcome);
        if (dealOutcome.isClosed()) {
            Long reason = dealOutcome == Outcome.LOST ? fixtures.reason("LOST") : null;
            deals.close(deal, dealOutcome, reason, null, fixtures.version(deal), null, ani);
        }
    }

    private ObjectionRow only() {
        List<ObjectionRow> rows = objections.of(deal);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private MvcTestResult add(String... fields) {
        return post("/deals/%d/objections".formatted(deal), fields);
    }

    private MvcTestResult edit(ObjectionRow seen, String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "version";
        all[fields.length + 1] = Integer.toString(seen.version());
        return post("/deals/%d/objections/%d".formatted(deal, seen.id()), all);
    }

    private MvcTestResult decide(ObjectionRow seen, String outcome, int version) {
        return post(
                "/deals/%d/objections/%d/outcome".formatted(deal, seen.id()),
                "outcome",
                outcome,
                "version",
                Integer.toString(version));
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = mvc.post().uri(uri).with(as(ani)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String page() {
        var result = mvc.get().uri("/deals/{id}", deal).with(as(ani)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
