package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.contact.Organizations;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class DealFormControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    List<Stage> stages;
    long deal;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void createsADealWithItsOrganizationAndPerson() {
        MvcTestResult result = create(Map.of(
                "title", " Rooftop panels ",
                "amount", "€ 1,500,000.50",
                "currency", "EUR",
                "expectedClose", "2026-08-31",
                "organization", "PT Maju",
                "person", "Budi Santoso",
                "source", Long.toString(source())));

        assertThat(result)
                .hasStatus3xxRedirection()
                .flash()
                .containsEntry(
                        "notice",
                        "“Rooftop panels” was added to Lead qualification, with the new organisation “PT Maju”.");
        assertThat(jdbc.sql("""
                        select concat_ws('|', d.title, d.amount, d.currency, d.expected_close, o.name, p.name, so.label, d.stage_id = :stage)
                          from deal d join organization o on o.id = d.organization_id
                          join person p on p.id = d.person_id and p.organization_id = o.id
                          join lead_source so on so.id = d.source_id
                        """)
                        .param("stage", stages.get(1).id())
                        .query(String.class)
                        .list())
                .containsExactly("Rooftop panels|1500000.5000|EUR|2026-08-31|PT Maju|Budi Santoso|Cold call|t");
    }

    @Test
    void beginsInTheStageAskedForWithTheViewerAsOwner() {
        assertThat(mvc.get()
                        .uri("/deals/new")
                        .param("stage", Long.toString(stages.get(3).id()))
                        .with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .containsPattern(
                        "<option value=\"%d\" selected".formatted(stages.get(3).id()))
                .containsPattern("<option value=\"%d\" selected".formatted(ani.id()));
    }

    @Test
    void beginsWithTheOrganizationAskedFor() {
        long acme = Objects.requireNonNull(organizations.findOrCreate("Acme"));

        assertThat(mvc.get().uri("/deals/new?organization=" + acme).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"organization\" value=\"Acme\"");
        jdbc.sql("update organization set deleted_at = now()").update();
        assertThat(mvc.get().uri("/deals/new?organization=" + acme).with(as(ani)))
                .hasStatus(404);
    }

    @Test
    void writesOneDealForADoubleSubmit() {
        Map<String, String> form =
                Map.of("title", "Once", "key", UUID.randomUUID().toString());

        MvcTestResult first = create(form);
        MvcTestResult second = create(form);

        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(count("deal where title = 'Once'")).isEqualTo(1);
    }

    @Test
    void addsNothingByAUsedKeyAndKeepsWhatWasTyped() {
        String key = UUID.randomUUID().toString();
        create(Map.of("title", "First", "organization", "Acme", "key", key));

        for (Map<String, String> other : List.of(
                Map.of("title", "Second", "organization", "Acme", "key", key),
                Map.of("title", "First", "organization", "Another", "key", key),
                Map.of("title", "First", "organization", "Acme", "amount", "5", "key", key),
                Map.of(
                        "title",
                        "First",
                        "organization",
                        "Acme",
                        "stage",
                        Long.toString(stages.get(2).id()),
                        "key",
                        key))) {
            MvcTestResult answer = create(other);

            assertThat(answer)
                    .hasStatus(409)
                    .bodyText()
                    .contains("Another deal was already added from this form", "value=\"" + other.get("title") + "\"")
                    .containsPattern("name=\"key\" value=\"[-0-9a-f]{36}\"")
                    .doesNotContain(key);
        }
        assertThat(count("deal")).isEqualTo(2);
        assertThat(count("organization")).isEqualTo(1);
    }

    @Test
    void savesNothingByAUsedKeyAndKeepsWhatWasTyped() {
        String key = UUID.randomUUID().toString();
        Map<String, String> first = Map.of("title", "Sixty laptops", "key", key);
        amend(first);

        assertThat(amend(first)).hasStatus3xxRedirection();
        assertThat(amend(Map.of("title", "Seventy laptops", "key", key)))
                .hasStatus(409)
                .bodyText()
                .contains("Ani Basuki has meanwhile changed", "value=\"Seventy laptops\"");
        assertThat(title()).isEqualTo("Sixty laptops");
        assertThat(count("deal_event where kind = 'AMENDED'")).isEqualTo(1);
    }

    @Test
    void writesOneDealAndOneAnswerForADoubleSubmitAtOnce() {
        Map<String, String> form = Map.of(
                "title",
                "Once",
                "organization",
                "Acme",
                "person",
                "Budi",
                "key",
                UUID.randomUUID().toString());

        List<MvcTestResult> answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> create(form))).limit(4).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).hasStatus3xxRedirection())
                .extracting(answer -> answer.getResponse().getRedirectedUrl())
                .containsOnly(answers.get(0).getResponse().getRedirectedUrl());
        assertThat(count("deal where title = 'Once'")).isEqualTo(1);
        assertThat(count("organization")).isEqualTo(1);
        assertThat(count("person")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    title         |                        | Please give the deal a title
                    title         | ' '                    | Please give the deal a title
                    amount        | -5                     | An amount cannot be below zero
                    amount        | 1e30                   | Write just the number, such as 1,500.50
                    amount        | a lot                  | Write just the number, such as 1,500.50
                    amount        | 9999999999999999       | That is too large
                    amount        | 1.125                  | USD has 2 decimals at most
                    currency      | ZZZ                    | This choice is not available
                    currency      | XXX                    | Please choose a currency
                    currency      | DEM                    | Please choose a currency
                    currency      |                        | This choice is not available
                    expectedClose | 2026-02-30             | Write a date like
                    expectedClose | +999999999-12-31       | Write a date like
                    expectedClose | soon                   | Write a date like
                    owner         | 999999                 | Please choose an owner
                    owner         | somebody               | This choice is not available
                    owner         |                        | Please choose an owner
                    stage         | 999999                 | Please choose a stage
                    stage         | first                  | This choice is not available
                    stage         |                        | Please choose a stage
                    source        | 999999                 | Please choose a lead source
                    """)
    void tellsWhatIsWrongAtTheFieldAndKeepsTheRest(String field, String value, String message) {
        Map<String, String> form = new HashMap<>(Map.of("organization", "PT Maju", "person", "Budi <i>Santoso</i>"));
        form.put(field, value == null ? "" : value);

        MvcTestResult result = create(form);

        assertThat(result).hasStatus(422);
        assertThat(result)
                .bodyText()
                .containsPattern("id=\"" + field + "-error\"[^>]*>" + message)
                .contains("value=\"PT Maju\"", "value=\"Budi &lt;i&gt;Santoso&lt;/i&gt;\"");
        assertThat(count("deal")).isEqualTo(1);
        assertThat(count("organization")).isZero();
    }

    @ParameterizedTest
    @MethodSource
    @Timeout(20)
    void refusesAmountsOfAnyLength(String amount) {
        for (MvcTestResult answer : List.of(create(Map.of("amount", amount)), amend(Map.of("amount", amount)))) {
            assertThat(answer).hasStatus(422);
            assertThat(answer).bodyText().containsPattern("id=\"amount-error\"[^>]*>Write just the number");
        }
    }

    static List<String> refusesAmountsOfAnyLength() {
        return List.of("1" + ",000".repeat(5000), "1." + "0".repeat(16_383), "1." + "0".repeat(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "organization", "person"})
    void refusesWhatIsTooLong(String field) {
        String text = "x".repeat(201);

        MvcTestResult result = create(Map.of(field, text));

        assertThat(result).hasStatus(422);
        assertThat(result).bodyText().contains("id=\"" + field + "-error\"", "At most 200 characters", text);
    }

    @ParameterizedTest
    @CsvSource({"en, '1,500,000.50', 1500000.5", "id, '1.500.000,50', 1500000.5", "id, 1.500, 1500", "en, '1,500', 1500"
    })
    void readsAmountsAsTheViewersLanguageWritesThem(String language, String typed, BigDecimal amount) {
        jdbc.sql("update users set language = :language")
                .param("language", language)
                .update();

        assertThat(create(Map.of("title", "Typed", "amount", typed))).hasStatus3xxRedirection();

        assertThat(jdbc.sql("select amount from deal where title = 'Typed'")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo(amount);
    }

    @Test
    void saysItInTheViewersLanguage() {
        jdbc.sql("update users set language = 'id'").update();

        assertThat(create(Map.of("title", "", "amount", "-5")))
                .bodyText()
                .contains("Beri judul untuk deal ini.", "Nilai tidak boleh kurang dari nol.");
    }

    @Test
    void amendsADealAndLogsWhatChanged() {
        assertThat(amend(Map.of("title", "Sixty laptops", "amount", "2000", "currency", "EUR")))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/deals/" + deal);

        assertThat(jdbc.sql("select kind || ' ' || changes from deal_event where deal_id = :deal and kind <> 'CREATED'")
                        .param("deal", deal)
                        .query(String.class)
                        .single())
                .startsWith("AMENDED")
                .contains("Fifty laptops", "Sixty laptops", "\"1000\"", "\"2000\"", "USD", "EUR");
    }

    @Test
    void writesNoEventWhereNothingChanged() {
        assertThat(amend(Map.of())).hasStatus3xxRedirection();

        assertThat(count("deal_event where kind = 'AMENDED'")).isZero();
        assertThat(fixtures.version(deal)).isZero();
    }

    @Test
    void showsWhatSomebodyElseChangedAndKeepsWhatWasTyped() {
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        amend(budi, Map.of("title", "Sixty laptops", "amount", "6000"));

        MvcTestResult result = amend(Map.of("title", "Seventy laptops", "amount", "7000", "organization", "PT Maju"));

        assertThat(result).hasStatus(409);
        assertThat(result)
                .bodyText()
                .contains("Budi Santoso has meanwhile changed", "Sixty laptops", "<td>6,000</td>", "<td>7,000</td>")
                .contains("value=\"Seventy laptops\"", "name=\"version\" value=\"1\"");
        assertThat(title()).isEqualTo("Sixty laptops");
        assertThat(count("organization")).isZero();
    }

    @Test
    void savesOverTheOthersChangeOnceItWasShown() {
        amend(fixtures.user("Budi Santoso", Role.REP), Map.of("title", "Sixty laptops"));

        assertThat(amend(Map.of("title", "Seventy laptops", "version", "1"))).hasStatus3xxRedirection();

        assertThat(title()).isEqualTo("Seventy laptops");
    }

    @Test
    void takesAFormWithoutVersionForAnOldOne() {
        assertThat(amend(Map.of("title", "Sixty laptops", "version", ""))).hasStatus(409);
        assertThat(title()).isEqualTo("Fifty laptops");
    }

    @Test
    void isNotOvertakenByANote() {
        mvc.post()
                .uri("/deals/{id}/notes", deal)
                .with(as(fixtures.user("Budi Santoso", Role.REP)))
                .with(csrf())
                .param("text", "Called")
                .param("version", "0")
                .exchange();

        assertThat(count("deal_note")).isEqualTo(1);
        assertThat(amend(Map.of("title", "Sixty laptops"))).hasStatus3xxRedirection();
    }

    @Test
    void keepsTheVeryPersonThatTheDealHas() {
        long person = insert("insert into person (name, created_at) values ('Budi', now()) returning id");
        long other = insert("insert into organization (name, created_at) values ('PT Lain', now()) returning id");
        jdbc.sql("update person set organization_id = :other")
                .param("other", other)
                .update();
        long own = insert("insert into organization (name, created_at) values ('PT Maju', now()) returning id");
        jdbc.sql("update deal set person_id = :person, organization_id = :own")
                .param("person", person)
                .param("own", own)
                .update();

        amend(Map.of("title", "Sixty laptops", "person", "Budi", "organization", "PT Maju"));

        assertThat(title()).isEqualTo("Sixty laptops");
        assertThat(count("person")).isEqualTo(1);
    }

    @Test
    void keepsADeletedOrganizationOfADeal() {
        long gone = insert(
                "insert into organization (name, created_at, deleted_at) values ('PT Maju', now(), now()) returning id");
        jdbc.sql("update deal set organization_id = :gone").param("gone", gone).update();

        amend(Map.of("title", "Sixty laptops", "organization", "PT Maju"));

        assertThat(title()).isEqualTo("Sixty laptops");
        assertThat(count("organization")).isEqualTo(1);
    }

    @Test
    void leavesADealWithAnOwnerWhoHasLeft() {
        Viewer lead = fixtures.user("Lina Lead", Role.MANAGER);
        jdbc.sql("update users set deactivated_at = now() where id = :ani")
                .param("ani", ani.id())
                .update();

        assertThat(mvc.get().uri("/deals/{id}/edit", deal).with(as(lead)))
                .bodyText()
                .containsPattern("<option value=\"%d\" selected=\"selected\">Ani Basuki".formatted(ani.id()));
        assertThat(amend(lead, Map.of("title", "Sixty laptops"))).hasStatus3xxRedirection();
        assertThat(create(lead, Map.of("owner", Long.toString(ani.id())))).hasStatus(422);
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        fixtures.letRepsSee(Visibility.OWN);
        Viewer stranger = fixtures.user("Budi Santoso", Role.REP);

        assertThat(mvc.get().uri("/deals/{id}/edit", deal).with(as(stranger))).hasStatus(404);
        assertThat(amend(stranger, Map.of("title", "Mine"))).hasStatus(404);
        assertThat(title()).isEqualTo("Fifty laptops");
    }

    @Test
    void refusesOwnersThatTheViewerMayNotSee() {
        Viewer stranger = fixtures.user("Budi Santoso", Role.REP);
        fixtures.letRepsSee(Visibility.OWN);

        assertThat(amend(Map.of("owner", Long.toString(stranger.id()))))
                .hasStatus(422)
                .bodyText()
                .contains("Please choose an owner");
    }

    @Test
    void changesNothingInADeletedDeal() {
        jdbc.sql("update deal set deleted_at = now()").update();

        assertThat(mvc.get().uri("/deals/{id}/edit", deal).with(as(ani)))
                .hasStatus(422)
                .bodyText()
                .contains("This deal is deleted");
        assertThat(amend(Map.of("title", "Sixty laptops"))).hasStatus(422);
    }

    @Test
    void refusesFormsWithoutCsrfToken() {
        assertThat(mvc.post().uri("/deals").with(as(ani)).param("title", "Forged"))
                .hasStatus(403);
        assertThat(mvc.post().uri("/deals/{id}", deal).with(as(ani)).param("title", "Forged"))
                .hasStatus(403);
        assertThat(title()).isEqualTo("Fifty laptops");
    }

    @Test
    void keepsWhatWasTypedInSeveralFieldsAtOnceWhenNoneCanBeRead() {
        Map<String, String> typed = Map.of("amount", "much", "expectedClose", "soon", "title", "Ninety laptops");

        for (MvcTestResult answer : List.of(create(typed), amend(typed))) {
            assertThat(answer)
                    .hasStatus(422)
                    .bodyText()
                    .contains(
                            "value=\"much\"",
                            "value=\"soon\"",
                            "value=\"Ninety laptops\"",
                            "Write a date like 2026-05-31.");
        }
    }

    @Test
    void tellsWhatIsMissingBesideWhatCannotBeRead() {
        Map<String, String> typed =
                Map.of("title", " ", "organization", "x".repeat(201), "expectedClose", "x", "owner", "");

        for (MvcTestResult answer : List.of(create(typed), amend(typed))) {
            assertThat(answer)
                    .hasStatus(422)
                    .bodyText()
                    .contains(
                            "Please give the deal a title.", "At most 200 characters", "Write a date like 2026-05-31.")
                    .containsOnlyOnce("Please choose an owner");
        }
    }

    private MvcTestResult create(Map<String, String> typed) {
        return create(ani, typed);
    }

    private MvcTestResult create(Viewer viewer, Map<String, String> typed) {
        Map<String, String> form =
                filledIn(Map.of("stage", Long.toString(stages.get(1).id())), typed);
        return send(mvc.post().uri("/deals"), viewer, form);
    }

    private MvcTestResult amend(Map<String, String> typed) {
        return amend(ani, typed);
    }

    /** As from a form that was opened when the deal was new. */
    private MvcTestResult amend(Viewer viewer, Map<String, String> typed) {
        return send(mvc.post().uri("/deals/{id}", deal), viewer, filledIn(Map.of("version", "0"), typed));
    }

    private Map<String, String> filledIn(Map<String, String> own, Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(Map.of(
                "title", "Fifty laptops",
                "amount", "1000",
                "currency", "USD",
                "owner", Long.toString(ani.id()),
                "key", UUID.randomUUID().toString()));
        form.putAll(own);
        form.putAll(typed);
        return form;
    }

    private static MvcTestResult send(MockMvcRequestBuilder request, Viewer viewer, Map<String, String> form) {
        form.forEach(request::param);
        return request.with(as(viewer)).with(csrf()).exchange();
    }

    private String title() {
        return jdbc.sql("select title from deal where id = :id")
                .param("id", deal)
                .query(String.class)
                .single();
    }

    private long source() {
        return jdbc.sql("select min(id) from lead_source").query(Long.class).single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private long insert(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
