package app.tahap.money;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class ExchangeRateControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        jdbc.sql("""
                        insert into exchange_rate values
                            ('EUR', '2026-01-01', 1.1), ('EUR', '2026-05-01', 1.21), ('EUR', '2026-09-01', 1.3),
                            ('IDR', '2026-05-01', 0.0000615), ('SGD', '2026-06-01', 0.75)
                        """).update();
    }

    @Test
    void showsTheRateOfTodayAndTheNextForEachCurrency() {
        assertThat(get("/settings/rates"))
                .hasStatusOk()
                .bodyText()
                .contains("1 EUR = 1.21 USD", "1 May 2026", "next from 1 Sep 2026", "3 rates")
                .contains("1 IDR = 0.0000615 USD", "next from 1 Jun 2026", "One rate", "value=\"2026-05-20\"")
                .doesNotContain("left out of the totals", "<option value=\"USD\"");
    }

    @Test
    void warnsWhereDealsCannotBeValued() {
        var stage = fixtures.stages(fixtures.workspace()).get(0);
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        fixtures.deal("In yen", stage, admin, BigDecimal.TEN, "JPY");
        fixtures.deal("In pounds", stage, admin, BigDecimal.TEN, "GBP");
        fixtures.deal("In francs without an amount", stage, admin, null, "CHF");

        assertThat(get("/settings/rates")).bodyText().contains("Deals in GBP, JPY are left out of the totals");
    }

    @Test
    void addsARateThatCountsFromItsDate() {
        assertThat(add("JPY", "2026-05-20", "0.0064")).hasRedirectedUrl("/settings/rates/JPY");
        assertThat(get("/settings/rates/JPY")).bodyText().contains("1 JPY = 0.0064 USD", "1 USD = 156.25 JPY");
        assertThat(rate("JPY", "2026-05-20")).isEqualByComparingTo("0.0064");
    }

    @Test
    void readsARateAsTheLanguageWritesIt() {
        jdbc.sql("update users set language = 'id'").update();

        add("JPY", "2026-05-20", "0,0064").exchange();

        assertThat(rate("JPY", "2026-05-20")).isEqualByComparingTo("0.0064");
        assertThat(get("/settings/rates/JPY")).bodyText().contains("1 JPY = 0,0064 USD");
    }

    @Test
    void keepsWhatWasTypedWhenItIsInvalid() {
        for (String wrong : new String[] {"", "0", "-1", "much", "1000000000000", "0.0000000000001", "1,2,3"}) {
            assertThat(add("JPY", "2026-05-20", wrong))
                    .as(wrong)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Please write a number above zero", "value=\"JPY\" selected", "value=\"2026-05-20\"");
        }
        assertThat(add("JPY", "someday", "1")).hasStatus(422).bodyText().contains("Write a date like");
        assertThat(add("JPY", "", "1")).hasStatus(422).bodyText().contains("Please give a date");
    }

    @Test
    void refusesTheBaseCurrencyAndWhatNobodyPaysWith() {
        assertThat(add("USD", "2026-05-20", "1")).hasStatus(422).bodyText().contains("USD is the base currency");
        for (String wrong : new String[] {"", "XYZ", "XXX", "XAU", "DEM"}) {
            assertThat(add(wrong, "2026-05-20", "1")).as(wrong).hasStatus(422);
        }
    }

    @Test
    void refusesASecondRateForTheSameDay() {
        assertThat(add("EUR", "2026-05-01", "1.5"))
                .hasStatus(422)
                .bodyText()
                .contains("There is a rate for this date already");
        assertThat(rate("EUR", "2026-05-01")).isEqualByComparingTo("1.21");
    }

    @Test
    void showsTheHistoryWithChanges() {
        assertThat(get("/settings/rates/EUR"))
                .hasStatusOk()
                .bodyText()
                .contains("EUR · Euro")
                .containsSubsequence("1 Sep 2026", "+7.4%", "1 May 2026", "+10%", "1 Jan 2026", "–");
    }

    @Test
    void changesARate() {
        assertThat(get("/settings/rates/EUR/2026-05-01"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"1.21\"");

        assertThat(change("1.25", "1.21")).hasRedirectedUrl("/settings/rates/EUR");

        assertThat(rate("EUR", "2026-05-01")).isEqualByComparingTo("1.25");
        assertThat(change("nonsense", "1.25")).hasStatus(422).bodyText().contains("value=\"nonsense\"");
    }

    @Test
    void tellsWhenSomebodyElseChangedTheRateMeanwhile() {
        change("1.25", "1.21").exchange();

        assertThat(change("1.26", "1.21"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has saved this", "value=\"1.26\"", "value=\"1.25");
        assertThat(rate("EUR", "2026-05-01")).isEqualByComparingTo("1.25");
    }

    @Test
    void takesWhatCannotBeARateForAnotherThanTheOneThatIsThere() {
        for (String seen : new String[] {"1e-20000", "1." + "0".repeat(20_000), "much", ""}) {
            assertThat(change("1.26", seen)).hasStatus(409);
        }
        assertThat(rate("EUR", "2026-05-01")).isEqualByComparingTo("1.21");
    }

    @Test
    void readsARateWithMoreZerosThanAreStored() {
        assertThat(add("JPY", "2026-05-20", "0.0064" + "0".repeat(80))).hasStatus3xxRedirection();
        assertThat(add("JPY", "2026-05-21", "1." + "0".repeat(20_000))).hasStatus(422);
    }

    @Test
    void removesARate() {
        assertThat(remove("/settings/rates/EUR/2026-05-01", "1.21")).hasRedirectedUrl("/settings/rates/EUR");
        assertThat(get("/settings/rates")).bodyText().contains("1 EUR = 1.1 USD");
        assertThat(remove("/settings/rates/SGD/2026-06-01", "0.75")).hasRedirectedUrl("/settings/rates");
    }

    @Test
    void removesNoRateThatSomebodyElseChangedMeanwhile() {
        assertThat(get("/settings/rates/EUR/2026-05-01"))
                .bodyText()
                .containsPattern("(?s)/removal.*name=\"before\" value=\"1[.]21");
        change("1.25", "1.21").exchange();

        for (String seen : new String[] {"1.21", "", "1e-20000"}) {
            assertThat(remove("/settings/rates/EUR/2026-05-01", seen))
                    .hasStatus(409)
                    .bodyText()
                    .contains("Somebody else has changed this rate", "name=\"rate\" value=\"1.25\"")
                    .containsPattern("(?s)/removal.*name=\"before\" value=\"1[.]25");
        }
        assertThat(rate("EUR", "2026-05-01")).isEqualByComparingTo("1.25");
        assertThat(remove("/settings/rates/EUR/2026-05-01", "1.25")).hasStatus3xxRedirection();
    }

    @Test
    void answers404WhereThereIsNoRate() {
        assertThat(get("/settings/rates/JPY")).hasStatus(404);
        assertThat(get("/settings/rates/EUR/2026-05-02")).hasStatus(404);
        assertThat(post("/settings/rates/EUR/2026-05-02").param("rate", "1")).hasStatus(404);
        assertThat(post("/settings/rates/EUR/2026-05-02/removal")).hasStatus(404);
        assertThat(get("/settings/rates/EUR/someday")).hasStatus(400);
        assertThat(get("/settings/rates/nonsense")).hasStatus(400);
    }

    @Test
    void exportsEveryRate() {
        assertThat(get("/settings/rates.csv"))
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .bodyText()
                .isEqualToIgnoringNewLines(
                        "\uFEFFCurrency,Valid from,USD\nEUR,2026-01-01,1.1\nEUR,2026-05-01,1.21\nEUR,2026-09-01,1.3\n"
                                + "IDR,2026-05-01,0.0000615\nSGD,2026-06-01,0.75\n");
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(as(admin)).exchange();
    }

    private MockMvcRequestBuilder add(String currency, String date, String rate) {
        return post("/settings/rates")
                .param("currency", currency)
                .param("validFrom", date)
                .param("rate", rate);
    }

    private MockMvcRequestBuilder change(String rate, String before) {
        return post("/settings/rates/EUR/2026-05-01")
                .param("currency", "EUR")
                .param("validFrom", "2026-05-01")
                .param("rate", rate)
                .param("before", before);
    }

    private MockMvcRequestBuilder remove(String rate, String before) {
        return post(rate + "/removal").param("before", before);
    }

    private MockMvcRequestBuilder post(String uri) {
        return mvc.post().uri(uri).with(as(admin)).with(csrf());
    }

    private BigDecimal rate(String currency, String day) {
        return jdbc.sql("select rate from exchange_rate where currency = :currency and valid_from = cast(:day as date)")
                .param("currency", currency)
                .param("day", day)
                .query(BigDecimal.class)
                .single();
    }
}
