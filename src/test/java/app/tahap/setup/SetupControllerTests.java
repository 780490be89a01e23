package app.tahap.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DatabaseTest
class SetupControllerTests {

    /** Everything the form sends, rightly filled. */
    private static final Map<String, String> RIGHT = Map.of(
            "workspace", "Nusantara Solar",
            "currency", "IDR",
            "zone", "Asia/Makassar",
            "language", "id",
            "name", "Ani Basuki",
            "email", "ani@example.com",
            "password", "a sentence of our own",
            "template", "FIVE",
            "code", "");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetupGate gate;

    @Autowired
    PasswordEncoder passwords;

    /** A workspace never ceases to exist but in tests, so that the gate remembers it. */
    @BeforeEach
    void prepare() {
        fixtures.clear();
        ReflectionTestUtils.setField(gate, "done", new AtomicBoolean());
    }

    @Test
    void believesNoHeadersOfProxiesUnlessToldTo(@Autowired ServerProperties server) {
        assertThat(server.getForwardHeadersStrategy()).isEqualTo(ServerProperties.ForwardHeadersStrategy.NONE);
    }

    @Test
    void leadsEveryPageToTheSetUp() {
        assertThat(mvc.get().uri("/")).hasRedirectedUrl("/setup");
        assertThat(mvc.get().uri("/board")).hasRedirectedUrl("/setup");
        assertThat(mvc.get().uri("/login")).hasRedirectedUrl("/setup");
        assertThat(mvc.get().uri("/css/tahap.css")).hasStatusOk();
    }

    @Test
    void proposesWhatMostWant() {
        assertThat(mvc.get().uri("/setup"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<h1>Set up Tahap</h1>",
                        "value=\"USD\" selected",
                        "value=\"SEVEN\" id=\"template1\" name=\"template\" checked",
                        "name=\"sampleData\" value=\"true\" checked",
                        "autocomplete=\"new-password\"",
                        "Prospecting",
                        "Needs assessment");
    }

    @Test
    void speaksIndonesianAndProposesRupiah() {
        assertThat(mvc.get().uri("/setup").header("Accept-Language", "id"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<h1>Siapkan aplikasi Tahap</h1>", "value=\"IDR\" selected", "value=\"Asia/Jakarta\" selected");
        assertThat(mvc.get().uri("/setup").param("language", "id"))
                .bodyText()
                .contains("<h1>Siapkan aplikasi Tahap</h1>");
    }

    @Test
    void makesTheWorkspaceAndLogsItsAdministratorIn() {
        MvcTestResult result = submit(Map.of()).exchange();

        assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl("/board");
        assertThat(jdbc.sql("select name, base_currency, time_zone, language from workspace")
                        .query()
                        .singleRow())
                .containsEntry("name", "Nusantara Solar")
                .containsEntry("base_currency", "IDR")
                .containsEntry("time_zone", "Asia/Makassar")
                .containsEntry("language", "id");
        Map<String, Object> administrator = jdbc.sql("select name, email, role, password_hash from users")
                .query()
                .singleRow();
        assertThat(administrator)
                .containsEntry("name", "Ani Basuki")
                .containsEntry("email", "ani@example.com")
                .containsEntry("role", "ADMINISTRATOR");
        assertThat(passwords.matches(RIGHT.get("password"), (String) administrator.get("password_hash")))
                .isTrue();
        assertThat(jdbc.sql("select name from stage order by position")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Pencarian prospek", "Kualifikasi prospek", "Kontak awal", "Proposal/penawaran", "Penutupan");
        assertThat(count("deal")).isZero();
        assertThat(mvc.get().uri("/board").cookie(result.getResponse().getCookies()))
                .hasStatusOk()
                .bodyText()
                .contains("Pencarian prospek");
    }

    @Test
    void saysAtTheTickForSampleDataThatItIsNoValue() {
        assertThat(submit(Map.of("sampleData", "zz")))
                .hasStatus(422)
                .bodyText()
                .containsSubsequence("name=\"sampleData\"", "class=\"field-error\"", "type=\"submit\"");
        assertThat(count("workspace")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"SEVEN, 7", "SIX, 6", "FIVE, 5", "FOUR, 4"})
    void makesAsManyStagesAsTheTemplateHas(String template, int stages) {
        assertThat(submit(Map.of("template", template))).hasStatus3xxRedirection();

        assertThat(count("stage")).isEqualTo(stages);
    }

    @Test
    void fillsTheWorkspaceWithSampleDataIfWished() {
        assertThat(submit(Map.of("sampleData", "true"))).hasRedirectedUrl("/board");

        assertThat(count("deal")).isGreaterThan(400);
        assertThat(count("team")).isEqualTo(2);
        assertThat(count("users where role = 'ADMINISTRATOR'")).isOne();
    }

    @Test
    void showsAtOnceWhichOfTheSampleDealsArePastTheirTime() {
        MvcTestResult result =
                submit(Map.of("sampleData", "true", "language", "en")).exchange();

        assertThat(count("stage_pace")).isEqualTo(5);
        assertThat(mvc.get().uri("/dashboard").cookie(result.getResponse().getCookies()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("No stage holds deals up");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    workspace | ''                     | Please give the workspace a name.
                    workspace | {101}                  | At most 100 characters, please.
                    currency  | ''                     | This choice is not available.
                    currency  | EURO                   | This choice is not available.
                    currency  | XTS                    | This choice is not available.
                    zone      | ''                     | This choice is not available.
                    zone      | Nowhere/Town           | This choice is not available.
                    zone      | GMT+7                  | This choice is not available.
                    language  | de                     | This choice is not available.
                    name      | ' '                    | Please tell your name.
                    name      | {101}                  | At most 100 characters, please.
                    email     | ''                     | Please write an e-mail address
                    email     | ani                    | Please write an e-mail address
                    password  | too short              | At least 10 characters, please.
                    password  | {201}                  | At most 200 characters, please.
                    password  | password123            | This one is guessed too easily.
                    template  | NINE                   | This choice is not available.
                    template  | ''                     | This choice is not available.
                    """)
    void keepsWhatWasTypedWhenAFieldIsWrong(String field, String value, String message) {
        String given = value.startsWith("{")
                ? "ab".repeat(101).substring(0, Integer.parseInt(value.replaceAll("[{}]", "")))
                : value;

        assertThat(submit(Map.of(field, given)))
                .hasStatus(422)
                .bodyText()
                .contains(message, "Nothing has been saved.")
                .satisfies(page -> assertKept(page, field));
        assertThat(count("workspace")).isZero();
        assertThat(count("users")).isZero();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThat(submit(Map.of("workspace", "", "currency", "EURO", "email", "ani", "password", "too short")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Please give the workspace a name.",
                        "Please write an e-mail address",
                        "At least 10 characters, please.")
                .containsOnlyOnce("This choice is not available.");
    }

    @Test
    void tellsOnceWhatIsWrongWithAnAddress() {
        for (String wrong : new String[] {"", "ani", "ani@" + "x".repeat(300), "a".repeat(300)}) {
            assertThat(submit(Map.of("email", wrong)))
                    .hasStatus(422)
                    .bodyText()
                    .containsOnlyOnce("Please write an e-mail address");
        }
    }

    /** All but the password, which no page repeats. */
    private static void assertKept(String page, String wrongField) {
        Map<String, String> kept = Map.of(
                "workspace", "value=\"Nusantara Solar\"",
                "currency", "value=\"IDR\" selected",
                "zone", "value=\"Asia/Makassar\" selected",
                "language", "value=\"id\" selected",
                "name", "value=\"Ani Basuki\"",
                "email", "value=\"ani@example.com\"",
                "template", "value=\"FIVE\" id=\"template3\" name=\"template\" checked");
        kept.forEach((field, html) -> {
            if (!field.equals(wrongField)) {
                assertThat(page).contains(html);
            }
        });
        assertThat(page).doesNotContain("a sentence of our own", "password123");
    }

    @Test
    void keepsWhatWasTypedWhenTheLanguageChanges() {
        assertThat(submit(Map.of("speak", "en", "name", "", "password", "short"))
                        .header("Accept-Language", "id"))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>Set up Tahap</h1>")
                .doesNotContain("aria-invalid")
                .satisfies(page -> assertKept(page, "name"));
        assertThat(count("workspace")).isZero();
    }

    @Test
    void proposesWhatSuitsTheNewLanguageWhereNothingWasTyped() {
        MvcTestResult result = submit(Map.of(
                        "speak",
                        "id",
                        "workspace",
                        "",
                        "name",
                        "",
                        "email",
                        "",
                        "password",
                        "",
                        "currency",
                        "USD",
                        "language",
                        "en"))
                .exchange();

        assertThat(result).hasRedirectedUrl("/setup?code=");
        assertThat(mvc.get().uri("/setup").cookie(result.getResponse().getCookies()))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>Siapkan aplikasi Tahap</h1>", "value=\"IDR\" selected", "value=\"id\" selected");
    }

    @Test
    void changesTheLanguageOnlyForWhoMaySetUp() {
        assertThat(submit(Map.of("speak", "id")).with(from("192.0.2.7")))
                .hasStatus(403)
                .bodyText()
                .doesNotContain("Nusantara Solar");
    }

    @Test
    void doesNotTickTheSampleDataAgain() {
        assertThat(submit(Map.of("name", "")))
                .bodyText()
                .doesNotContain("name=\"sampleData\" value=\"true\" checked")
                .contains("name=\"sampleData\" value=\"true\"");
    }

    @Test
    void refusesAFormWithoutCsrfToken() {
        MockMvcRequestBuilder request = mvc.post().uri("/setup");
        RIGHT.forEach(request::param);

        assertThat(request).hasStatus(403);
        assertThat(count("workspace")).isZero();
    }

    @Test
    void asksAStrangerForTheCode() {
        assertThat(mvc.get().uri("/setup").with(from("192.0.2.7")))
                .hasStatus(403)
                .bodyText()
                .contains("One-time code", "name=\"code\"")
                .doesNotContain("name=\"workspace\"", "aria-invalid");
        assertThat(submit(Map.of()).with(from("192.0.2.7"))).hasStatus(403);
        assertThat(count("workspace")).isZero();
    }

    @Test
    void tellsAStrangerThatTheCodeIsWrong() {
        assertThat(mvc.get().uri("/setup").param("code", "guessed").with(from("192.0.2.7")))
                .hasStatus(403)
                .bodyText()
                .contains("That is not the code that the log shows")
                .doesNotContain("name=\"workspace\"");
        assertThat(submit(Map.of("code", "guessed")).with(from("192.0.2.7"))).hasStatus(403);
        assertThat(count("workspace")).isZero();
    }

    @Test
    void letsAStrangerInWhoHasReadTheCode() {
        assertThat(mvc.get().uri("/setup").param("code", gate.code()).with(from("192.0.2.7")))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"workspace\"", "name=\"code\" value=\"" + gate.code() + "\"");
        assertThat(submit(Map.of("code", gate.code())).with(from("192.0.2.7"))).hasRedirectedUrl("/board");
    }

    /** A proxy on the same machine connects from the loopback address, whoever sent the request. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"})
    void asksForTheCodeBehindAProxy(String header) {
        assertThat(mvc.get().uri("/setup").header(header, "127.0.0.1")).hasStatus(403);
        assertThat(submit(Map.of()).header(header, "127.0.0.1")).hasStatus(403);
        assertThat(submit(Map.of("code", gate.code())).header(header, "127.0.0.1"))
                .hasRedirectedUrl("/board");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "0:0:0:0:0:0:0:1"})
    void asksNobodyAtTheMachineForTheCode(String address) {
        assertThat(mvc.get().uri("/setup").with(from(address))).hasStatusOk();
    }

    @Test
    void isGoneOnceTheWorkspaceExists() {
        assertThat(submit(Map.of())).hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/setup")).hasStatus(404);
        assertThat(mvc.get().uri("/setup").param("code", gate.code())).hasStatus(404);
        assertThat(submit(Map.of("workspace", "Another"))).hasStatus(404);
        assertThat(mvc.get().uri("/board")).hasRedirectedUrl("/login");
        assertThat(jdbc.sql("select name from workspace").query(String.class).list())
                .isEqualTo(List.of("Nusantara Solar"));
    }

    private MockMvcRequestBuilder submit(Map<String, String> changed) {
        MockMvcRequestBuilder request = mvc.post().uri("/setup").with(csrf());
        RIGHT.forEach((field, value) -> request.param(field, changed.getOrDefault(field, value)));
        changed.forEach((field, value) -> {
            if (!RIGHT.containsKey(field)) {
                request.param(field, value);
            }
        });
        return request;
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
