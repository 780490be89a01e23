package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static app.tahap.field.FieldFixtures.choice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.field.FieldFixtures;
import app.tahap.field.FieldType;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** The administrator's fields of deals: in the form, on the page, in the history, in the list's filter and in its file. */
@DatabaseTest
class CustomFieldTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    Fields fields;

    @Autowired
    DealList list;

    @Autowired
    JdbcClient jdbc;

    Stage stage;
    Viewer ani;
    Viewer budi;
    long text;
    long number;
    long money;
    long date;
    long level;
    long interests;
    long engineer;

    @BeforeEach
    void prepare() {
        stage = fixtures.stages(fixtures.workspace()).get(0);
        ani = fixtures.user("Ani", Role.REP);
        budi = fixtures.user("Budi", Role.MANAGER);
        text = field(FieldType.TEXT, "Contract");
        number = field(FieldType.NUMBER, "Seats");
        money = field(FieldType.MONEY, "Budget");
        date = field(FieldType.DATE, "Ends");
        level = field(FieldType.CHOICE, "Level", "Gold", "Silver");
        interests = field(FieldType.CHOICES, "Interests", "Support", "Training", "Hosting");
        engineer = field(FieldType.USER, "Engineer");
    }

    @Test
    void asksForFieldsInTheFormOfANewDealAndKeepsThem() {
        assertThat(get("/deals/new"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "id=\"field-" + text + "\"",
                        ">Budget<",
                        ">Gold</option>",
                        ">Training</span>",
                        ">Budi</option>");

        assertThat(filled(post("/deals"))).hasStatus3xxRedirection();

        FieldValues values = fields.values(RecordKind.DEAL, theDeal());
        assertThat(values)
                .isEqualTo(FieldValues.NONE
                        .with(text, new FieldValue.Text("K-17"))
                        .with(number, new FieldValue.Numeric(new BigDecimal("1250.5")))
                        .with(money, new FieldValue.Amount(new BigDecimal("12500000"), "IDR"))
                        .with(date, new FieldValue.Text("2026-12-31"))
                        .with(level, FieldValue.of(choice(jdbc, level, "Silver")))
                        .with(
                                interests,
                                new FieldValue.Several(List.of(
                                        choice(jdbc, interests, "Support"), choice(jdbc, interests, "Hosting"))))
                        .with(engineer, FieldValue.of(budi.id())));
    }

    /**
     * The first page is found among the newest deals, since most match, or among all where the newest do not; the second by
     * going through all in order, the last by what matches.
     */
    @ParameterizedTest
    @ValueSource(ints = {557, 505})
    void listsTheSameDealsInTheSameOrderHoweverTheyAreFound(int last) {
        for (int seats = 0; seats < 560; seats++) {
            long deal = fixtures.deal("Deal " + seats, stage, ani);
            jdbc.sql("update deal set fields = cast(:fields as jsonb) where id = :id")
                    .param("fields", "{\"%d\": %d}".formatted(number, seats))
                    .param("id", deal)
                    .update();
        }
        DealCriteria criteria = DealCriteria.NONE
                .but()
                .fields(Map.of(number + ".min", "3", number + ".max", String.valueOf(last)))
                .build();

        List<String> all = titles(list.page(criteria, DealSort.CREATED, true, 1, 560, ani));
        assertThat(all).hasSize(last - 2).first().isEqualTo("Deal " + last);
        for (int page : List.of(1, 2, 12)) {
            assertThat(titles(list.page(criteria, DealSort.CREATED, true, page, 1, ani)))
                    .containsExactly(all.get(page - 1));
        }
    }

    private static List<String> titles(DealList.Page page) {
        return page.rows().stream().map(DealRow::title).toList();
    }

    @Test
    void showsFieldsOnThePageAndInTheFormAgain() {
        filled(post("/deals")).exchange();
        long deal = theDeal();

        assertThat(get("/deals/" + deal))
                .bodyText()
                .contains(">Contract</dt><dd>K-17</dd>", ">1,250.5</dd>", "12,500,000", ">31 Dec 2026</dd>")
                .contains(">Silver</dd>", ">Support, Hosting</dd>", ">Engineer</dt><dd>Budi</dd>");
        assertThat(get("/deals/%d/edit".formatted(deal)))
                .bodyText()
                .contains("value=\"K-17\"", "value=\"1,250.5\"", "value=\"2026-12-31\"")
                .contains("value=\"" + choice(jdbc, interests, "Hosting") + "\" checked");
    }

    @Test
    void tellsAtEachFieldWhatIsWrongAndKeepsWhatWasTyped() {
        FieldFixtures.require(jdbc, text);
        FieldFixtures.require(jdbc, interests);

        assertThat(form(post("/deals"))
                        .param("field-" + text, " ")
                        .param("field-" + number, "many")
                        .param("field-" + money, "1.005")
                        .param("field-%d-currency".formatted(money), "USD")
                        .param("field-" + date, "2026-02-30")
                        .param("field-" + level, "999999")
                        .param("field-" + interests, "")
                        .param("field-" + engineer, "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Please fill this in.", "This is not a number.", "USD has 2 decimals.", "This is not a date.")
                .contains("Please choose something.", "Please choose one of those on offer.")
                .contains("value=\"many\"", "value=\"1.005\"", "id=\"field-" + engineer + "-error\"");
        assertThat(jdbc.sql("select count(*) from deal").query(Long.class).single())
                .isZero();
    }

    @Test
    void refusesWhatNoFieldCanHold() {
        long other = FieldFixtures.field(jdbc, RecordKind.DEAL, FieldType.CHOICE, "Other", "Foreign");
        long foreign = choice(jdbc, other, "Foreign");
        long gold = choice(jdbc, level, "Gold");
        FieldFixtures.archiveChoice(jdbc, gold);
        Viewer left = fixtures.user("Cici", Role.REP);
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", left.id())
                .update();

        assertThat(with(text, "x".repeat(501))).hasStatus(422).bodyText().contains("At most 500 characters");
        assertThat(with(number, "1e15")).hasStatus(422);
        assertThat(with(number, "9".repeat(16))).hasStatus(422).bodyText().contains("This is too large.");
        assertThat(with(number, "9".repeat(5000))).hasStatus(422);
        assertThat(with(number, "0.1234567")).hasStatus(422).bodyText().contains("At most 6 decimals");
        assertThat(with(money, "5").param("field-%d-currency".formatted(money), "XXX"))
                .hasStatus(422);
        assertThat(with(date, "99999-01-01")).hasStatus(422);
        assertThat(with(date, "+999999999-12-31")).hasStatus(422);
        assertThat(with(level, Long.toString(foreign))).hasStatus(422);
        assertThat(with(level, Long.toString(gold))).hasStatus(422);
        assertThat(with(level, "x")).hasStatus(422);
        assertThat(with(interests, Long.toString(foreign))).hasStatus(422);
        assertThat(with(engineer, Long.toString(left.id()))).hasStatus(422);
        assertThat(jdbc.sql("select count(*) from deal").query(Long.class).single())
                .isZero();
    }

    @Test
    void keepsTextAsTextWhateverItHolds() {
        assertThat(with(text, "<script>alert('x')</script>\0 {\"a\":1} \\u0000"))
                .hasStatus3xxRedirection();

        assertThat(fields.values(RecordKind.DEAL, theDeal()).get(text))
                .isEqualTo(new FieldValue.Text("<script>alert('x')</script> {\"a\":1} \\u0000"));
        assertThat(get("/deals/" + theDeal()))
                .bodyText()
                .contains("&lt;script&gt;alert(")
                .doesNotContain("<script>alert(");
    }

    @Test
    void tellsChangesOnTheTimeline() {
        filled(post("/deals")).exchange();
        long deal = theDeal();

        assertThat(form(post("/deals/" + deal))
                        .param("version", "0")
                        .param("field-" + text, "")
                        .param("field-" + level, Long.toString(choice(jdbc, level, "Gold")))
                        .param("field-" + engineer, Long.toString(ani.id())))
                .hasStatus3xxRedirection();

        assertThat(get("/deals/" + deal))
                .bodyText()
                .contains(
                        "<span>Contract</span>: <del>K-17</del> → <ins>–</ins>",
                        "<span>Level</span>: <del>Silver</del> → <ins>Gold</ins>",
                        "<span>Engineer</span>: <del>Budi</del> → <ins>Ani</ins>")
                .doesNotContain("<span>Seats</span>");
        assertThat(fields.values(RecordKind.DEAL, deal).has(number))
                .as("not in the form")
                .isTrue();
        assertThat(fixtures.version(deal)).isEqualTo(1);
    }

    @Test
    void showsBothStatesWhereSomebodyElseWasFaster() {
        filled(post("/deals")).exchange();
        long deal = theDeal();
        deals.setField(deal, text, new FieldValue.Text("K-18"), budi);

        assertThat(form(post("/deals/" + deal)).param("version", "0").param("field-" + text, "K-19"))
                .hasStatus(409)
                .bodyText()
                .contains(">Contract</th>", ">K-18</td>", ">K-19</td>", "value=\"K-19\"");
        assertThat(fields.values(RecordKind.DEAL, deal).get(text)).isEqualTo(new FieldValue.Text("K-18"));
    }

    @Test
    void keepsValuesOfArchivedFieldsAndChoices() {
        filled(post("/deals")).exchange();
        long deal = theDeal();
        FieldFixtures.archive(jdbc, text);
        FieldFixtures.archiveChoice(jdbc, choice(jdbc, level, "Silver"));

        assertThat(get("/deals/%d/edit".formatted(deal)))
                .bodyText()
                .contains(">Silver</option>")
                .doesNotContain("field-" + text + "\"");
        assertThat(form(post("/deals/" + deal))
                        .param("version", "0")
                        .param("field-" + text, "forged")
                        .param("field-" + level, Long.toString(choice(jdbc, level, "Silver"))))
                .hasStatus3xxRedirection();
        assertThat(fields.values(RecordKind.DEAL, deal).get(text)).isEqualTo(new FieldValue.Text("K-17"));
    }

    @Test
    void setsOneFieldByCodeOnce() {
        long deal = fixtures.deal("Fifty laptops", stage, ani);

        assertThat(deals.setField(deal, number, new FieldValue.Numeric(BigDecimal.TEN), ani))
                .isTrue();
        assertThat(deals.setField(deal, number, new FieldValue.Numeric(new BigDecimal("10.0")), ani))
                .isFalse();
        assertThat(jdbc.sql("select kind from deal_event where deal_id = :deal order by id")
                        .param("deal", deal)
                        .query(String.class)
                        .list())
                .containsExactly("CREATED", "AMENDED");
        assertThat(jdbc.sql("select jsonb_exists(fields, :field) from deal where id = :deal")
                        .param("field", Long.toString(number))
                        .param("deal", deal)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void filtersByWhatFieldsHold() {
        filled(post("/deals")).exchange();
        fixtures.deal("Other", stage, ani);
        String silver = Long.toString(choice(jdbc, level, "Silver"));
        String gold = Long.toString(choice(jdbc, level, "Gold"));

        assertThat(titles("text", text, "k-1")).containsExactly("Fifty laptops");
        assertThat(titles("text", text, "%")).isEmpty();
        assertThat(titles("min", number, "1,250.5")).containsExactly("Fifty laptops");
        assertThat(titles("min", number, "1251")).isEmpty();
        assertThat(titles("max", number, "1251")).containsExactly("Fifty laptops");
        assertThat(titles("min", money, "12.5m")).containsExactly("Fifty laptops");
        assertThat(titles("from", date, "2026-12-31")).containsExactly("Fifty laptops");
        assertThat(titles("to", date, "2026-12-30")).isEmpty();
        assertThat(titles("any", level, gold, silver)).containsExactly("Fifty laptops");
        assertThat(titles("any", level, gold)).isEmpty();
        assertThat(titles("any", interests, Long.toString(choice(jdbc, interests, "Hosting"))))
                .containsExactly("Fifty laptops");
        assertThat(titles("any", engineer, Long.toString(budi.id()))).containsExactly("Fifty laptops");
        assertThat(titles("any", engineer, Long.toString(ani.id()))).isEmpty();
    }

    @Test
    void saysWhatTheListIsLimitedToByFields() {
        String silver = Long.toString(choice(jdbc, level, "Silver"));

        assertThat(list("fields%%5B%d.any%%5D=%s&fields%%5B%d.min%%5D=5".formatted(level, silver, number)))
                .hasStatusOk()
                .bodyText()
                .contains("<span class=\"muted\">Level</span> <strong>Silver</strong>")
                .contains("<span class=\"muted\">Seats</span> <strong>5 –</strong>")
                .contains("href=\"/deals?fields%5B" + number + ".min%5D=5\"")
                .contains("name=\"fields[" + number + ".min]\" value=\"5\"");
    }

    @Test
    void refusesFiltersThatMeanNothing() {
        assertThat(list("fields%%5B%d.min%%5D=many".formatted(number)))
                .hasStatus(400)
                .bodyText()
                .contains("Seats</span>: <strong>many</strong>");
        assertThat(list("fields%%5B%d.any%%5D=1);drop".formatted(level))).hasStatus(400);
        assertThat(list("fields%5Bx.min%5D=1&fields%5B%5D=2&fields%5B7%5D=1")).hasStatusOk();
    }

    @Test
    void exportsAColumnForEachField() {
        filled(post("/deals")).exchange();

        assertThat(get("/deals.csv"))
                .bodyText()
                .contains(",Contract,Seats,Budget,Ends,Level,Interests,Engineer")
                .contains(",K-17,1250.5,12500000 IDR,2026-12-31,Silver,Support; Hosting,Budi");
    }

    @Test
    void costsTheSameNumberOfQueriesHoweverManyFieldsThereAre() {
        filled(post("/deals")).exchange();
        long deal = theDeal();
        get("/deals/" + deal).exchange();
        int list = StatementCount.of(() -> get("/deals").exchange());
        int page = StatementCount.of(() -> get("/deals/" + deal).exchange());
        int form = StatementCount.of(() -> get("/deals/%d/edit".formatted(deal)).exchange());
        for (int i = 0; i < 20; i++) {
            long user = field(FieldType.USER, "User " + i);
            deals.setField(deal, user, FieldValue.of(ani.id()), budi);
            field(FieldType.CHOICES, "Choices " + i, "a", "b", "c");
        }

        assertThat(StatementCount.of(() -> get("/deals").exchange())).isEqualTo(list);
        assertThat(StatementCount.of(() -> get("/deals/%d/edit".formatted(deal)).exchange()))
                .isEqualTo(form);
        assertThat(StatementCount.of(() -> get("/deals/" + deal).exchange()))
                .as("and what the history asks once fields have changed")
                .isLessThanOrEqualTo(page + 2);
    }

    private long field(FieldType type, String name, String... choices) {
        return FieldFixtures.field(jdbc, RecordKind.DEAL, type, name, choices);
    }

    private MockMvcRequestBuilder filled(MockMvcRequestBuilder request) {
        return form(request)
                .param("field-" + text, " K-17 ")
                .param("field-" + number, "1,250.5")
                .param("field-" + money, "12.5m")
                .param("field-%d-currency".formatted(money), "IDR")
                .param("field-" + date, "2026-12-31")
                .param("field-" + level, Long.toString(choice(jdbc, level, "Silver")))
                .param(
                        "field-" + interests,
                        "",
                        Long.toString(choice(jdbc, interests, "Hosting")),
                        Long.toString(choice(jdbc, interests, "Support")))
                .param("field-" + engineer, Long.toString(budi.id()));
    }

    private MockMvcRequestBuilder with(long field, String typed) {
        return form(post("/deals")).param("field-" + field, typed);
    }

    private MockMvcRequestBuilder form(MockMvcRequestBuilder request) {
        return request.param("title", "Fifty laptops")
                .param("currency", "USD")
                .param("stage", Long.toString(stage.id()))
                .param("owner", Long.toString(ani.id()))
                .param("key", UUID.randomUUID().toString());
    }

    private List<String> titles(String kind, long field, String... asked) {
        byte[] file = mvc.get()
                .uri("/deals.csv")
                .param("fields[%d.%s]".formatted(field, kind), asked)
                .with(as(budi))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",")[1])
                .toList();
    }

    private MockMvcRequestBuilder list(String query) {
        return mvc.get().uri(URI.create("/deals?" + query)).with(as(budi));
    }

    private long theDeal() {
        return jdbc.sql("select id from deal").query(Long.class).single();
    }

    private MockMvcRequestBuilder get(String uri) {
        return mvc.get().uri(uri).with(as(budi));
    }

    private MockMvcRequestBuilder post(String uri) {
        return mvc.post().uri(uri).with(as(budi)).with(csrf());
    }
}
