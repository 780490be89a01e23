package app.tahap.proposal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DraftControllerTests extends ProposalScene {

    @Autowired
    ProductService products;

    @Autowired
    Offers offers;

    @Test
    void leadsFromTheDealToTheDraft() {
        assertThat(get(ani, "/deals/" + deal)).bodyText().contains("/proposals/" + proposal + "/draft", "Draft");

        MvcTestResult made = post(ani, "/deals/" + deal + "/proposals", "key", UUID.randomUUID());
        assertThat(made).hasStatus3xxRedirection();
        assertThat(get(ani, String.valueOf(made.getResponse().getRedirectedUrl())))
                .hasStatusOk()
                .bodyText()
                .contains("Fifty laptops", "Nothing is offered yet");
    }

    @Test
    void savesWhatWasTyped() {
        assertThat(save(Map.of("problem", "**Slow** machines"), "1,5", "1,000.50", "10", "11"))
                .hasStatus3xxRedirection();

        VersionView draft = draft();
        assertThat(draft.texts().problem()).isEqualTo("**Slow** machines");
        assertThat(draft.lines()).hasSize(1);
        assertThat(draft.totals().gross()).isEqualByComparingTo("1500.75");
        assertThat(draft.totals().net()).isEqualByComparingTo("1350.67");
        assertThat(draft.totals().tax()).isEqualByComparingTo("148.57");
        assertThat(get(ani, "/proposals/" + proposal + "/draft"))
                .bodyText()
                .contains("value=\"1,000.5\"", "$1,350.67", "$1,499.24");
    }

    @Test
    void saysThatPricesOnlyChangedTheirCurrency() {
        assertThat(notice(save(Map.of(), "1", "450", "", "11"))).isEqualTo("The draft is saved.");

        assertThat(notice(save(Map.of("currency", "EUR"), "1", "450", "", "11")))
                .isEqualTo(
                        "The draft is saved. Its prices are the same figures as before, now in EUR: please check them.");
        assertThat(draft().totals().net()).isEqualByComparingTo("450");
    }

    private static @Nullable Object notice(MvcTestResult result) {
        return result.getMvcResult().getFlashMap().get("notice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | 100 | | | A quantity is above zero.",
                "0 | 100 | | | A quantity is above zero.",
                "abc | 100 | | | Please write a number with at most 4 decimals.",
                "1 | | | | Please write an amount.",
                "1 | -5 | | | An amount is not below zero.",
                "1 | 1.999 | | | USD has at most 2 decimals.",
                "1 | 100 | 101 | | A discount is between 0 and 100 %",
                "1 | 100 | | 101 | A tax rate is between 0 and 100 %",
                "1000000000000000 | 100 | | | That is too much."
            })
    void saysAtTheFieldWhatCannotBeMeant(String quantity, String price, String discount, String tax, String text) {
        assertThat(save(
                        Map.of("problem", "kept"),
                        quantity == null ? "" : quantity,
                        price == null ? "" : price,
                        discount == null ? "" : discount,
                        tax == null ? "" : tax))
                .hasStatus(422)
                .bodyText()
                .contains(text, "aria-invalid=\"true\"", "kept</textarea>", "Laptop</textarea>");
        assertThat(draft().lines()).isEmpty();
    }

    @Test
    void refusesADiscountAboveTheLine() {
        List<Object> fields = fields(Map.of(), "1", "100", "150", "");
        fields.addAll(List.of("kind-0", "AMOUNT"));

        assertThat(post(ani, "/proposals/" + proposal + "/draft", fields.toArray()))
                .hasStatus(422)
                .bodyText()
                .contains("The discount is larger than the line.");
    }

    @Test
    void losesNothingToWhomSomebodyElsePreceded() {
        List<Object> fields = fields(Map.of("problem", "Mine"), "1", "100", "", "");
        write(line("Other", "1", "5"));

        assertThat(post(ani, "/proposals/" + proposal + "/draft", fields.toArray()))
                .hasStatus(409)
                .bodyText()
                .contains("Mine</textarea>", "Laptop</textarea>");
        assertThat(draft().lines()).extracting(LineItem::description).containsExactly("Other");
    }

    @Test
    void arrangesLinesWithoutSavingThem() {
        ProductFacts laptop = new ProductFacts("LP-1", "Laptop", "16 GB", "piece", new BigDecimal("11"));
        products.create(laptop, Map.of("USD", new Price(new BigDecimal("1150.50"), new BigDecimal("900"))), null);
        products.create(
                new ProductFacts("XX", "Printer", null, null, BigDecimal.ZERO),
                Map.of("EUR", new Price(BigDecimal.TEN, null)),
                null);

        assertThat(post(
                        ani,
                        "/proposals/" + proposal + "/draft/lines",
                        "currency",
                        "USD",
                        "product",
                        "lp-1",
                        "add",
                        "true"))
                .hasStatusOk()
                .bodyText()
                .contains("Laptop\n16 GB", "value=\"1,150.5\"", "name=\"product-0\"", "$1,150.50");
        assertThat(post(
                        ani,
                        "/proposals/" + proposal + "/draft/lines",
                        "currency",
                        "USD",
                        "product",
                        "Printer",
                        "add",
                        "true"))
                .bodyText()
                .contains("Printer", "name=\"price-0\"");
        assertThat(get(ani, "/proposals/" + proposal + "/draft/lines"))
                .hasRedirectedUrl("/proposals/" + proposal + "/draft");
        assertThat(post(ani, "/proposals/" + proposal + "/draft/lines", "product", "nothing", "add", "true"))
                .bodyText()
                .contains("called “nothing”");
        MvcTestResult down = post(
                ani,
                "/proposals/" + proposal + "/draft/lines",
                "line",
                "0",
                "description-0",
                "First",
                "description-1",
                "Second",
                "down",
                "0");
        assertThat(down).hasStatusOk();
        assertThat(draft().lines()).isEmpty();
    }

    @Test
    void takesWhatAProductCostsFromTheProduct() {
        ProductFacts laptop = new ProductFacts("LP-1", "Laptop", null, null, BigDecimal.ZERO);
        products.create(laptop, Map.of("USD", new Price(new BigDecimal("100"), new BigDecimal("60"))), null);
        long id = jdbc.sql("select id from product").query(Long.class).single();
        List<Object> fields = fields(Map.of(), "2", "100", "", "");
        fields.addAll(List.of("product-0", id));
        post(ani, "/proposals/" + proposal + "/draft", fields.toArray());

        Margin margin = offers.draft(proposal, ani).orElseThrow().margin();
        assertThat(margin.amount()).isEqualByComparingTo("80");
        assertThat(margin.share()).isEqualByComparingTo("0.4");
    }

    @Test
    void tellsTheMarginOnlyWhoMaySeeIt() {
        long laptop = product("60");
        write(costing(laptop, "60"), line("Delivery", "1", "20"));
        Viewer lead = fixtures.user("Lina", Role.MANAGER);
        requireMarginsFor(lead, "draft", "sending");
        sent();
        requireMarginsFor(lead, "versions/1");
    }

    private void requireMarginsFor(Viewer lead, String... pages) {
        for (String page : pages) {
            String url = "/proposals/" + proposal + "/" + page;
            jdbc.sql("delete from discount_rule").update();
            assertThat(get(ani, url)).as(page).bodyText().doesNotContain("Margin", "$40", "40%");
            assertThat(get(lead, url))
                    .as(page)
                    .bodyText()
                    .contains("Margin", "$40 (40%)", "not known", "of the lines whose cost");

            jdbc.sql("insert into discount_rule (rep_sees_margin, manager_sees_margin) values (true, false)")
                    .update();
            assertThat(get(lead, url)).as(page).bodyText().doesNotContain("Margin", "$40", "40%");
            assertThat(get(ani, url)).as(page).bodyText().contains("$40 (40%)");
        }
        jdbc.sql("delete from discount_rule").update();
    }

    @Test
    void leaksNoCostInWhatOthersRead() throws IOException {
        write(costing(product("61.2345"), "61.2345"), line("Delivery", "1", "20"));
        String token = sent();
        String version = "/proposals/%d/versions/1".formatted(proposal);
        for (String page : List.of(version, "/proposals/" + proposal, "/proposals.csv", "/proposals/lines.csv")) {
            assertThat(get(ani, page)).as(page).hasStatusOk().bodyText().doesNotContain("61.2", "38.7", "Margin");
        }
        Viewer lead = fixtures.user("Lina", Role.MANAGER);
        assertThat(get(lead, version)).bodyText().contains("$38.7");
        assertThat(visit("/p/" + token)).hasStatusOk().bodyText().doesNotContain("61.2", "38.7", "Margin");
        byte[] pdf = visit("/p/" + token + "/pdf").getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Laptop")
                    .doesNotContain("61.2", "38.7", "Margin");
        }
    }

    private long product(String cost) {
        ProductFacts laptop = new ProductFacts("LP-1", "Laptop", null, null, BigDecimal.ZERO);
        products.create(laptop, Map.of("USD", new Price(new BigDecimal("100"), new BigDecimal(cost))), null);
        return jdbc.sql("select id from product").query(Long.class).single();
    }

    private static LineTerms costing(long product, String cost) {
        return new LineTerms(
                product,
                "Laptop",
                BigDecimal.ONE,
                null,
                new BigDecimal("100"),
                new BigDecimal(cost),
                DiscountKind.PERCENT,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                false);
    }

    @Test
    void insertsPiecesOfText() {
        jdbc.sql(
                        "insert into proposal_text (section, language, name, text, created_at) values ('TERMS', 'en', 'Payment', '30 days', now())")
                .update();
        long block = jdbc.sql("select id from proposal_text").query(Long.class).single();

        assertThat(post(
                        ani,
                        "/proposals/" + proposal + "/draft/lines",
                        "title",
                        "Typed",
                        "terms",
                        "Before",
                        "insert",
                        "TERMS",
                        "block-TERMS",
                        block))
                .bodyText()
                .contains("Before\n\n30 days</textarea>", "value=\"Typed\"");
    }

    @Test
    void takesOverWhatTheCustomerNeedsAndKeepsTheRest() {
        String button = "value=\"NEEDS\"";
        assertThat(get(ani, "/proposals/" + proposal + "/draft"))
                .bodyText()
                .as("nothing is known yet")
                .doesNotContain(button);
        note("PAIN", "Too <slow>");
        note("NEED", "Save time");
        assertThat(get(ani, "/proposals/" + proposal + "/draft")).bodyText().contains(button);

        List<Object> typed = fields(Map.of("problem", "Before", "solution", "Mine"), "2", "100", "", "");
        typed.addAll(List.of("insert", "NEEDS"));
        assertThat(post(ani, "/proposals/" + proposal + "/draft/lines", typed.toArray()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Before\n\n- Too &lt;slow&gt;\n- Save time</textarea>", "Mine</textarea>", "Laptop</textarea>");
        assertThat(draft().texts().problem()).as("nothing is stored").isNull();
        assertThat(post(stranger(), "/proposals/" + proposal + "/draft/lines", "insert", "NEEDS"))
                .hasStatus(404);
    }

    private void note(String kind, String label) {
        jdbc.sql("""
                        with n as (insert into need (kind, label, position) values (:kind, :label, 50)
                                       on conflict (kind, lower(label)) do update set position = 50 returning id)
                        insert into deal_need (deal_id, need_id, added_at) select :deal, id, now() from n
                        """)
                .param("kind", kind)
                .param("label", label)
                .param("deal", deal)
                .update();
    }

    @Test
    void runsNoScriptThatSomebodyTyped() {
        String script = "<script>alert(1)</script>";
        List<Object> fields = fields(
                Map.of("problem", script, "solution", script, "terms", "[x](javascript:alert(1))", "recipient", script),
                "1",
                "100",
                "",
                "");
        fields.addAll(List.of("unit-0", script, "description-0", script));
        fields.set(fields.indexOf("title") + 1, script);
        post(ani, "/proposals/" + proposal + "/draft", fields.toArray());
        fields = fields(
                Map.of("problem", script, "solution", script, "terms", "[x](javascript:alert(1))", "recipient", script),
                "1",
                "100",
                "",
                "");
        fields.set(fields.indexOf("title") + 1, script);
        fields.set(fields.indexOf("description-0") + 1, script);
        assertThat(post(ani, "/proposals/" + proposal + "/draft", fields.toArray()))
                .hasStatus3xxRedirection();

        assertThat(get(ani, "/proposals/" + proposal + "/draft")).bodyText().doesNotContain("<script>alert");
        assertThat(get(ani, "/proposals/" + proposal + "/sending"))
                .bodyText()
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert", "href=\"javascript");
        assertThat(visit("/p/" + sent())).bodyText().doesNotContain("<script>alert", "href=\"javascript");
    }

    @Test
    void hidesDraftsOfDealsThatTheViewerMayNotSee() {
        Viewer stranger = stranger();
        for (String page : List.of("", "/draft", "/draft/pdf", "/sending", "/versions/1")) {
            assertThat(get(stranger, "/proposals/" + proposal + page)).as(page).hasStatus(404);
        }
        for (String page : List.of(
                "/draft",
                "/draft/lines",
                "/draft/discarding",
                "/sending",
                "/versions",
                "/withdrawal",
                "/links",
                "/links/1/revocation",
                "/links/1/extension")) {
            assertThat(post(
                            stranger,
                            "/proposals/" + proposal + page,
                            "title",
                            "x",
                            "language",
                            "en",
                            "currency",
                            "USD",
                            "days",
                            "3"))
                    .as(page)
                    .hasStatus(404);
        }
        assertThat(status(1)).isEqualTo("DRAFT");
    }

    @Test
    void asksTheSameNumberOfQueriesForTwoLinesAsForFifty() {
        write(line("A", "1", "1"), line("B", "1", "1"));
        int few = StatementCount.of(() -> get(ani, "/proposals/" + proposal + "/draft"));
        write(IntStream.range(0, 50).mapToObj(i -> line("Line " + i, "1", "1")).toArray(LineTerms[]::new));

        assertThat(StatementCount.of(() -> get(ani, "/proposals/" + proposal + "/draft")))
                .isEqualTo(few);
    }

    @Test
    void saysWhenTheDraftIsGone() {
        sent();

        assertThat(get(ani, "/proposals/" + proposal + "/draft"))
                .hasStatus(422)
                .bodyText()
                .contains("no draft any more");
        assertThat(mvc.post()
                        .uri("/proposals/{id}/sending", proposal)
                        .with(as(ani))
                        .with(csrf())
                        .param("days", "3"))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult save(Map<String, String> texts, String quantity, String price, String discount, String tax) {
        return post(
                ani,
                "/proposals/" + proposal + "/draft",
                fields(texts, quantity, price, discount, tax).toArray());
    }

    private List<Object> fields(Map<String, String> texts, String quantity, String price, String discount, String tax) {
        Map<String, Object> head = new HashMap<>(
                Map.of("title", "Fifty laptops", "language", "en", "currency", "USD", "version", draft().revision()));
        head.putAll(texts);
        List<Object> fields = new ArrayList<>();
        head.forEach((name, value) -> fields.addAll(List.of(name, value)));
        fields.addAll(List.of(
                "line",
                "0",
                "description-0",
                "Laptop",
                "quantity-0",
                quantity,
                "price-0",
                price,
                "discount-0",
                discount,
                "tax-0",
                tax));
        return fields;
    }
}
