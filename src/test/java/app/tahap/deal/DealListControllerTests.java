package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class DealListControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
    }

    @Test
    void findsByRangesOfDatesAndByTraits() {
        fixtures.deal("Fifty laptops", stages.get(0), ani);
        fixtures.deal("Ten printers", stages.get(0), ani, null, "USD");

        assertThat(list(ani, "created.from=2026-05-20&created.to=2026-05-20&only=WITHOUT_AMOUNT"))
                .bodyText()
                .contains("Ten printers")
                .doesNotContain("Fifty laptops");
        assertThat(list(ani, "created.to=2026-05-19")).bodyText().contains("No deals match");
    }

    @Test
    void listsDeletedDealsOnlyWhereAskedFor() {
        long deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        deals.delete(deal, 0, ani);

        assertThat(list(ani, "")).bodyText().doesNotContain("Fifty laptops");
        assertThat(list(ani, "only=DELETED")).bodyText().contains("Deleted deals", "Fifty laptops");
    }

    @Test
    void keepsInTheFilterWhatItHasNoInputFor() {
        assertThat(list(ani, "entered.stage=" + stages.get(2).id()))
                .bodyText()
                .contains("name=\"entered.stage\" value=\"" + stages.get(2).id());
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        fixtures.letRepsSee(Visibility.OWN);
        fixtures.deal("Fifty laptops", stages.get(0), ani);

        assertThat(list(fixtures.user("Budi Santoso", Role.REP), "")).bodyText().doesNotContain("Fifty laptops");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created.from=yesterday",
                "created.to=9999-12-31",
                "only=SHINY",
                "owner=abc",
                "outcome=NOPE",
                "stage=99999999999999999999",
                "amountMin=lots",
                "amountMin=1e999999999",
                "amountMax=-1e-999999999",
                "entered.stage=x"
            })
    void showsNothingWhereAFilterIsNotUnderstood(String query) {
        fixtures.deal("Fifty laptops", stages.get(0), ani);
        String typed = URLDecoder.decode(query.substring(query.indexOf('=') + 1), StandardCharsets.UTF_8);

        assertThat(list(ani, query))
                .hasStatus(400)
                .bodyText()
                .contains("this part of the filter was not understood", "<strong>" + typed + "</strong>")
                .doesNotContain("Fifty laptops");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=NOPE", "page=x", "page=99999999999", "descending=perhaps"})
    void answersNonsenseWithABadRequest(String query) {
        assertThat(list(ani, query)).hasStatus(400);
        assertThat(mvc.get().uri("/deals.csv?owner=abc").with(as(ani))).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=-1",
                "page=0",
                "page=2147483647",
                "owner=",
                "outcome=",
                "text=%25",
                "currency=abc",
                "owner=999"
            })
    void takesOddParametersKindly(String query) {
        assertThat(list(ani, query)).hasStatusOk();
    }

    @ParameterizedTest
    @EnumSource(DealTrait.class)
    void saysInWordsWhichTraitItIsLimitedTo(DealTrait trait) {
        assertThat(list(ani, "only=" + trait)).hasStatusOk().bodyText().doesNotContain("deal.trait.");
    }

    @ParameterizedTest
    @EnumSource(Progress.class)
    void saysInWordsWhatBecameOfTheDealsItIsLimitedTo(Progress progress) {
        long stage = stages.get(0).id();
        assertThat(list(
                        ani,
                        "entered.stage=" + stage + "&entered.next="
                                + stages.get(1).id() + "&entered.then=" + progress))
                .hasStatusOk()
                .bodyText()
                .contains("Entered the stage", stages.get(0).getName() + " and ");
    }

    @Test
    void saysInWordsWhatTheDealsWentThrough() {
        long stage = stages.get(0).id();
        assertThat(list(ani, "left.stage=" + stage + "&left.from=2026-05-01&left.to=2026-05-31&open.on=2026-05-02"))
                .hasStatusOk()
                .bodyText()
                .contains("Left the stage", "1 May 2026 – 31 May 2026", "Open at the end of", "2 May 2026");
    }

    @ParameterizedTest
    @CsvSource({"en, '1,500'", "en, 1500.00", "id, 1.500", "id, '1.500,00'"})
    void readsAmountsAsTheViewersLanguageWritesThem(String language, String typed) {
        jdbc.sql("update users set language = :language")
                .param("language", language)
                .update();
        fixtures.deal("Cheap", stages.get(0), ani, new BigDecimal("1499"), "USD");
        fixtures.deal("Dear", stages.get(0), ani, new BigDecimal("1500"), "USD");

        assertThat(list(ani, "amountMin=" + typed))
                .hasStatusOk()
                .bodyText()
                .contains("Dear", "value=\"" + typed + "\"")
                .doesNotContain("Cheap");
    }

    @Test
    void totalsAllMatchesWhateverPageIsShown() {
        jdbc.sql("insert into exchange_rate values ('EUR', '2026-03-01', 1.5)").update();
        for (int i = 0; i < 51; i++) {
            fixtures.deal("Deal " + i + ".", stages.get(0), ani);
        }
        fixtures.deal("Abroad", stages.get(0), ani, new BigDecimal("1000"), "EUR");
        fixtures.deal("Far", stages.get(0), ani, new BigDecimal("7000"), "JPY");

        assertThat(list(ani, "sort=TITLE&descending=false&page=2"))
                .bodyText()
                .contains(
                        "53 deals",
                        "$52,500",
                        "+ ¥7,000",
                        "other currencies at the rates of 1 Mar 2026",
                        "Page 2 of 2",
                        "Far")
                .contains("sort=TITLE&amp;descending=false&amp;page=1")
                .doesNotContain("Abroad");
    }

    @Test
    void totalsEachOutcomeForItself() {
        fixtures.deal("Open one", stages.get(0), ani, new BigDecimal("100"), "USD");
        long won = fixtures.deal("Won one", stages.get(0), ani, new BigDecimal("20"), "USD");
        deals.close(won, Outcome.WON, null, null, 0, null, ani);

        assertThat(list(ani, "owner=&sort=TITLE"))
                .bodyText()
                .containsSubsequence("2 deals", "outcome=OPEN\">Open</a>", "$100", "outcome=WON\">Won</a>", "$20")
                .contains("href=\"/deals?sort=TITLE&amp;outcome=WON\"")
                .doesNotContain("$120");
        assertThat(list(ani, "outcome=OPEN"))
                .bodyText()
                .containsSubsequence("1 deal<", "$100", "href=\"/deals\">All outcomes</a>")
                .doesNotContain("$20");
    }

    @Test
    void claimsNoWorthOfDealsWhoseAmountsAreUnknown() {
        fixtures.deal("Open one", stages.get(0), ani, null, "USD");
        assertThat(list(ani, "")).bodyText().contains("1 deal<").doesNotContain("$0");

        long won = fixtures.deal("Won one", stages.get(0), ani, new BigDecimal("20"), "USD");
        deals.close(won, Outcome.WON, null, null, 0, null, ani);
        assertThat(list(ani, "")).bodyText().contains("2 deals<", "$20").doesNotContain("$0");
    }

    @Test
    void saysInWhichStageADealEndedAndWhy() {
        long deal = fixtures.deal("Fifty laptops", stages.get(1), ani);
        deals.close(deal, Outcome.LOST, fixtures.reason("LOST"), null, 0, null, ani);

        assertThat(list(ani, ""))
                .bodyText()
                .containsSubsequence(
                        "<tbody>",
                        "Fifty laptops",
                        "Lost</span>",
                        "in " + stages.get(1).getName(),
                        ">Price<");
    }

    @Test
    void leadsToTheOrganisationOfADeal() {
        long acme = fixtures.organization("Acme");
        long deal = fixtures.deal("Forklift", stages.get(0), ani);
        jdbc.sql("update deal set organization_id = :acme where id = :id")
                .param("acme", acme)
                .param("id", deal)
                .update();

        assertThat(list(ani, "")).bodyText().contains("<a href=\"/organizations/" + acme + "\">Acme</a>");
    }

    @Test
    void saysUntilWhenADealIsParked() {
        long parked = fixtures.deal("Alpha", stages.get(0), ani);
        jdbc.sql("update deal set parked_until = date '2026-09-01' where id = :id")
                .param("id", parked)
                .update();

        assertThat(list(ani, "only=PARKED")).bodyText().contains("Alpha", "parked until 1 Sep 2026");

        jdbc.sql("update deal set parked_until = date '2026-01-01'").update();
        assertThat(list(ani, "text=Alpha")).bodyText().contains("Alpha").doesNotContain("parked until");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$1,500", "USD 1500", "1,500.00 USD"})
    void takesAmountsInTheBaseCurrencyAsPagesShowThem(String typed) {
        fixtures.deal("Alpha", stages.get(0), ani, new BigDecimal("1499"), "USD");
        fixtures.deal("Beta", stages.get(0), ani, new BigDecimal("1500"), "USD");

        assertThat(list(ani, "amountMin=" + typed)).bodyText().contains("Beta").doesNotContain("Alpha");
        assertThat(list(ani, "amountMin=Rp 1500")).hasStatus(400);
    }

    @ParameterizedTest
    @EnumSource(DealSort.class)
    void sortsByEachColumnBothWays(DealSort sort) {
        fixtures.deal("Alpha", stages.get(0), ani, new BigDecimal("1"), "USD");
        fixtures.deal("Beta", stages.get(1), ani, new BigDecimal("2"), "USD");

        assertThat(list(ani, "sort=" + sort + "&descending=false"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(">Alpha<", ">Beta<")
                .contains("aria-sort=\"ascending\"", "sort=" + sort + "&amp;descending=true");
        assertThat(list(ani, "sort=" + sort + "&descending=true"))
                .bodyText()
                .containsSubsequence(">Beta<", ">Alpha<")
                .contains("aria-sort=\"descending\"", "sort=" + sort + "&amp;descending=false");
    }

    @Test
    void saysWhatALinkLimitsTheListTo() {
        long organization = jdbc.sql(
                        "insert into organization (name, created_at) values ('PT <Maju>', now()) returning id")
                .query(Long.class)
                .single();
        String entered = "entered.stage=" + stages.get(2).id() + "&entered.from=2026-05-01&entered.to=2026-05-31";

        assertThat(list(
                        ani,
                        entered + "&organization=" + organization + "&reason=" + fixtures.reason("LOST")
                                + "&outcome=WON&outcome=LOST&currency=EUR&only=PARKED&page=3"))
                .hasStatusOk()
                .bodyText()
                .contains("PT &lt;Maju&gt;", "Initial contact (1 May 2026 – 31 May 2026)", ">Price<", ">Won, Lost<")
                .contains(">EUR<", ">Parked<", "Remove the limit “EUR”", "name=\"outcome\" value=\"LOST\"")
                .contains("href=\"/deals?" + entered.replace("&", "&amp;") + "&amp;reason=");
    }

    @Test
    void doesNotCallAListEmptyThatIsLimitedToACurrency() {
        assertThat(list(ani, "currency=EUR"))
                .bodyText()
                .contains("No deals match", "Clear")
                .doesNotContain("There are no deals yet");
    }

    @Test
    void saysWhichOfTheRarerFiltersAreSet() {
        assertThat(list(ani, "stage=" + stages.get(3).id() + "&amountMin=1000&expected.to=2026-05-31&only=ROTTING"))
                .bodyText()
                .contains(
                        "<strong>Needs assessment</strong>", "<strong>1,000</strong>", "<strong>– 31 May 2026</strong>")
                .contains("<strong>Rotting</strong>", "More filters (in use)");
        assertThat(list(ani, "owner=" + ani.id())).bodyText().doesNotContain("in use", "class=\"conditions\"");
    }

    @Test
    void keepsTheOwnerOfALinkWhoHasLeft() {
        Viewer gone = fixtures.user("Budi Santoso", Role.REP);
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", gone.id())
                .update();

        assertThat(list(ani, "owner=" + gone.id()))
                .bodyText()
                .containsPattern("<option value=\"%d\" selected=\"selected\">Budi Santoso".formatted(gone.id()));
        assertThat(list(ani, "")).bodyText().doesNotContain("Budi Santoso");
        fixtures.letRepsSee(Visibility.OWN);
        assertThat(list(ani, "owner=" + gone.id())).bodyText().doesNotContain("Budi Santoso");
    }

    @Test
    void namesAnImportsFileOnlyToWhomMaySeeTheImport() {
        Viewer importer = fixtures.user("Ida", Role.MANAGER);
        Viewer other = fixtures.user("Made", Role.MANAGER);
        Viewer admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        long imported =
                jdbc.sql("""
                        insert into deal_import (file_name, file_size, status, settings, uploaded_by, uploaded_at)
                        values ('secret.csv', 1, 'FINISHED', '{}', :by, now()) returning id
                        """).param("by", importer.id()).query(Long.class).single();

        for (Viewer may : List.of(importer, admin)) {
            assertThat(list(may, "imported=" + imported)).bodyText().contains("<strong>secret.csv</strong>");
        }
        for (Viewer mayNot : List.of(ani, other)) {
            assertThat(list(mayNot, "imported=" + imported))
                    .bodyText()
                    .contains("Imported from", "<strong>a file</strong>")
                    .doesNotContain("secret.csv");
        }
    }

    @Test
    void namesNoTeamToWhomSeesOnlyHisOwn() {
        fixtures.letRepsSee(Visibility.OWN);

        assertThat(list(ani, "team=" + fixtures.team("Bali").getId()))
                .bodyText()
                .contains("<strong>another team</strong>")
                .doesNotContain("Bali");
    }

    /** Whatever led to a list, changing one filter of it must neither drop nor widen another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome=LOST&outcome=WON&closed.from=2026-04-01&closed.to=2026-06-30&pipeline=PIPELINE",
                "outcome=DISQUALIFIED&outcome=LOST&outcome=WON&reason=3&organization=4&person=5&source=6&imported=7",
                "outcome=LOST&only=WITHOUT_REASON&only=ROTTING&only=WITHOUT_AMOUNT&only=UNVALUED",
                "entered.stage=STAGE&entered.from=2026-04-01&entered.next=999&entered.then=SKIPPED&left.stage=STAGE",
                "open.on=2026-04-01&open.stage=STAGE&owner=OWNER&currency=EUR&text=50 <b>&only=DELETED",
                "pipeline=999&stage=998&owner=997&team=996&outcome=LOST&outcome=WON",
                "stage=STAGE&amountMin=1500.5&amountMax=2000&created.from=2026-04-01&expected.to=2026-06-30",
                "sort=AMOUNT&descending=false&outcome=OPEN&only=SLOW"
            })
    void keepsEveryConditionOfALinkWhenItsFilterIsSent(String link) {
        String query = link.replace("STAGE", Long.toString(stages.get(2).id()))
                .replace("OWNER", Long.toString(ani.id()))
                .replace("PIPELINE", pipeline());

        assertThat(sent(ani, query)).containsExactlyInAnyOrder(query.split("&"));
    }

    @Test
    void keepsConditionsThatTheViewerCannotChoose() {
        Viewer gone = fixtures.user("Budi Santoso", Role.REP);
        fixtures.letRepsSee(Visibility.OWN);
        String query = "owner=" + gone.id() + "&team=" + fixtures.team("Bali").getId();

        assertThat(sent(ani, query)).containsExactlyInAnyOrder(query.split("&"));
        assertThat(list(ani, query)).bodyText().contains("somebody else").doesNotContain("Budi", "Bali");
    }

    private List<String> sent(Viewer viewer, String query) {
        MockMvcTester.MockMvcRequestBuilder request = mvc.get().uri("/deals").with(as(viewer));
        for (String parameter : query.split("&")) {
            String[] pair = parameter.split("=", 2);
            request.queryParam(pair[0], pair[1]);
        }
        MvcTestResult result = request.exchange();
        assertThat(result).hasStatusOk();
        return FilterForm.fields(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private String pipeline() {
        return jdbc.sql("select min(id) from pipeline").query(String.class).single();
    }

    @Test
    void namesAsOwnerOfAClosedDealWhoOwnedItAtItsClosing() {
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        long deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        deals.close(deal, Outcome.WON, null, null, 0, null, ani);
        deals.assign(deal, budi.id(), 1, ani);

        assertThat(list(ani, "owner=" + ani.id()))
                .bodyText()
                .contains("Fifty laptops", "data-label=\"Owner\">Ani Basuki<");
    }

    @Test
    void asksTheSameNumberOfQueriesHoweverManyDealsMatch() {
        int none = StatementCount.of(() -> list(ani, ""));
        for (int i = 0; i < 60; i++) {
            fixtures.deal("Deal " + i, stages.get(i % 7), ani);
        }

        assertThat(StatementCount.of(() -> list(ani, ""))).isEqualTo(none).isLessThanOrEqualTo(12);
    }

    private MvcTestResult list(Viewer viewer, String query) {
        return mvc.get().uri("/deals?" + query).with(as(viewer)).exchange();
    }
}
