package app.tahap.proposal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProductControllerTests extends ProposalScene {

    Viewer admin;

    @BeforeEach
    void prepare() {
        admin = fixtures.user("Lina", Role.ADMINISTRATOR);
    }

    @Test
    void addsAProductOnce() {
        UUID key = UUID.randomUUID();
        add("Laptop", "LP", key);
        assertThat(add("Laptop", "LP", key)).hasStatus3xxRedirection();

        assertThat(products()).containsExactly("Laptop LP USD 1150.5000 900.0000");
        assertThat(get(admin, "/settings/products")).bodyText().contains("Laptop", "$1,150.50");
    }

    @Test
    void saysWhatIsWrongAtTheField() {
        add("Laptop", "LP", UUID.randomUUID());

        assertThat(add("Other", "lp", UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("has this code");
        assertThat(post(admin, "/settings/products", "name", " ", "tax", "120", "currency-0", "USD", "price-0", "x"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Please give the product a name.",
                        "A tax rate is between",
                        "Please write an amount.",
                        "value=\"x\"");
        assertThat(post(
                        admin,
                        "/settings/products",
                        "name",
                        "A",
                        "currency-0",
                        "USD",
                        "price-0",
                        "1",
                        "currency-1",
                        "USD",
                        "price-1",
                        "2"))
                .hasStatus(422)
                .bodyText()
                .contains("another price in USD");
    }

    @Test
    void changesPricesAndLeavesSentProposalsAlone() {
        add("Laptop", "LP", UUID.randomUUID());
        long id = jdbc.sql("select id from product").query(Long.class).single();
        write(new LineTerms(
                id,
                "Laptop",
                java.math.BigDecimal.ONE,
                null,
                new java.math.BigDecimal("1150.50"),
                null,
                DiscountKind.PERCENT,
                java.math.BigDecimal.ZERO,
                java.math.BigDecimal.ZERO,
                false));
        sent();

        assertThat(post(
                        admin,
                        "/settings/products/" + id,
                        "name",
                        "Notebook",
                        "version",
                        "0",
                        "currency-0",
                        "EUR",
                        "price-0",
                        "1000"))
                .hasStatus3xxRedirection();

        assertThat(products()).containsExactly("Notebook - EUR 1000.0000 -");
        assertThat(reader.load(proposal, 1, ani).lines())
                .extracting(LineItem::description)
                .containsExactly("Laptop");
        assertThat(post(admin, "/settings/products/" + id, "name", "Later", "version", "0"))
                .hasStatus(409);
    }

    @Test
    void offersNoArchivedProduct() {
        add("Laptop", "LP", UUID.randomUUID());
        long id = jdbc.sql("select id from product").query(Long.class).single();
        assertThat(get(ani, "/proposals/products?product=lap&currency=USD"))
                .bodyText()
                .contains("LP · Laptop");

        post(admin, "/settings/products/" + id + "/archive");
        assertThat(get(ani, "/proposals/products?product=lap&currency=USD"))
                .bodyText()
                .doesNotContain("Laptop");
        assertThat(get(admin, "/settings/products?archived=true")).bodyText().contains("Laptop");
        post(admin, "/settings/products/" + id + "/restoration");
        assertThat(get(admin, "/settings/products")).bodyText().contains("Laptop");
    }

    @Test
    void bringsInWhatItWrote() throws UnsupportedEncodingException {
        add("Laptop; \"14\"", "LP", UUID.randomUUID());
        add("=SUM(A1)", "X", UUID.randomUUID());
        List<String> before = products();
        String csv = get(admin, "/settings/products.csv").getResponse().getContentAsString(StandardCharsets.UTF_8);
        jdbc.sql("delete from product_price").update();
        jdbc.sql("delete from product").update();

        assertThat(bring(csv)).hasStatus3xxRedirection();
        assertThat(products()).isEqualTo(before);
        assertThat(bring(csv)).hasStatus3xxRedirection();
        assertThat(products()).isEqualTo(before);
    }

    @Test
    void bringsInAllOrNothing() {
        assertThat(bring("Nama;Harga;Mata uang\nLaptop;1.150,50;USD\nServer;-3;USD\nPrinter;1;XYZ\n"))
                .hasStatus(422)
                .bodyText()
                .contains("Line 3: An amount is not below zero.", "Line 4: Please choose a currency.");
        assertThat(products()).isEmpty();
        assertThat(bring("Nama;Harga;Mata uang\nLaptop;1.150,50;USD\nLaptop;1.000;EUR\n"))
                .hasStatus3xxRedirection();
        assertThat(products()).containsExactly("Laptop - EUR 1000.0000 -", "Laptop - USD 1150.5000 -");
        assertThat(bring("a,b\n1,2\n")).hasStatus(422).bodyText().contains("no heading");
        assertThat(bring("Name\n\"Lap")).hasStatus(422);
        assertThat(bring("")).hasStatus(422);
    }

    @Test
    void makesALogoOfAPictureOnly() {
        byte[] png = java.util.Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        assertThat(upload("evil.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("no PNG or JPEG");
        assertThat(upload("big.png", new byte[(1 << 20) + 1]))
                .hasStatus(422)
                .bodyText()
                .contains("too large");
        assertThat(upload("logo.png", png)).hasStatus3xxRedirection();
        assertThat(get(admin, "/settings/proposals/logo")).hasStatusOk().hasContentType("image/png");
        assertThat(visit("/p/" + sent())).bodyText().contains("/logo\"");
    }

    @Test
    void wantsAColourThatCanBeRead() {
        assertThat(settings("#ffee00")).hasStatus(422).bodyText().contains("too light");
        assertThat(settings("red")).hasStatus(422);
        assertThat(settings("#7A1FA2")).hasStatus3xxRedirection();

        String token = sent();
        assertThat(visit("/p/" + token + "/look.css")).hasBodyTextEqualTo(":root{--accent:#7a1fa2}");
    }

    @Test
    void movesDealsOnlyToStagesOfTheirPipeline() {
        String address = "/settings/proposals/pipelines/" + pipeline.id();
        assertThat(post(admin, address, "acceptance", "MOVE", "amount", "LATEST"))
                .hasStatus(422)
                .bodyText()
                .contains("Please choose the stage");
        assertThat(post(
                        admin,
                        address,
                        "acceptance",
                        "MOVE",
                        "amount",
                        "LATEST",
                        "stage",
                        stages.get(6).id()))
                .hasStatus3xxRedirection();
        assertThat(post(admin, address, "acceptance", "WIN", "amount", "KEPT")).hasStatus3xxRedirection();
        assertThat(jdbc.sql("select acceptance from proposal_effect")
                        .query(String.class)
                        .single())
                .isEqualTo("WIN");
    }

    @Test
    void keepsPiecesOfText() {
        UUID key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            post(
                    admin,
                    "/settings/proposals/texts",
                    "name",
                    "Payment",
                    "part",
                    "TERMS",
                    "language",
                    "en",
                    "text",
                    "30 days",
                    "key",
                    key);
        }
        long id = jdbc.sql("select id from proposal_text").query(Long.class).single();

        assertThat(post(
                        admin,
                        "/settings/proposals/texts/" + id,
                        "name",
                        "Payment",
                        "part",
                        "TERMS",
                        "language",
                        "en",
                        "text",
                        "14 days",
                        "version",
                        "0"))
                .hasStatus3xxRedirection();
        assertThat(post(
                        admin,
                        "/settings/proposals/texts/" + id,
                        "name",
                        "Payment",
                        "part",
                        "TERMS",
                        "language",
                        "en",
                        "text",
                        "7 days",
                        "version",
                        "0"))
                .hasStatus(409)
                .bodyText()
                .contains("7 days</textarea>");
        assertThat(get(ani, "/proposals/" + proposal + "/draft")).bodyText().contains("Payment (en)");
        post(admin, "/settings/proposals/texts/" + id + "/archive");
        assertThat(get(ani, "/proposals/" + proposal + "/draft")).bodyText().doesNotContain("Payment (en)");
    }

    @Test
    void listsAndExportsProposals() throws UnsupportedEncodingException {
        sent();
        assertThat(get(ani, "/proposals")).bodyText().contains("Fifty laptops", "$50,000");
        assertThat(get(ani, "/proposals?status=DECLINED")).bodyText().contains("No proposals here.");
        assertThat(get(ani, "/proposals.csv").getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Fifty laptops", ",50000,");
        assertThat(get(ani, "/proposals/lines.csv").getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Laptop,50,", ",USD,0");
        Viewer stranger = stranger();
        assertThat(get(stranger, "/proposals")).bodyText().doesNotContain("Fifty laptops");
        assertThat(get(stranger, "/proposals.csv")).bodyText().doesNotContain("Fifty laptops");
        assertThat(get(stranger, "/proposals/lines.csv")).bodyText().doesNotContain("Laptop");
    }

    private MvcTestResult settings(String accent) {
        return post(
                admin,
                "/settings/proposals",
                "rounding",
                "HALF_EVEN",
                "validDays",
                "14",
                "linkDays",
                "30",
                "accent",
                accent,
                "version",
                "0");
    }

    private MvcTestResult add(String name, String code, UUID key) {
        return post(
                admin,
                "/settings/products",
                "name",
                name,
                "code",
                code,
                "key",
                key,
                "currency-0",
                "USD",
                "price-0",
                "1,150.50",
                "cost-0",
                "900");
    }

    private MvcTestResult bring(String csv) {
        return mvc.perform(multipart("/settings/products/import")
                .file(new MockMultipartFile("file", "products.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(as(admin))
                .with(csrf()));
    }

    private MvcTestResult upload(String name, byte[] content) {
        return mvc.perform(multipart("/settings/proposals/logo")
                .file(new MockMultipartFile("logo", name, "image/png", content))
                .with(as(admin))
                .with(csrf()));
    }

    private List<String> products() {
        return jdbc.sql("""
                        select p.name || ' ' || coalesce(p.code, '-') || ' ' || r.currency || ' ' || r.price || ' '
                               || coalesce(r.cost::text, '-')
                          from product p join product_price r on r.product_id = p.id order by p.name, r.currency
                        """).query(String.class).list();
    }
}
