package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.field.FieldFixtures;
import app.tahap.field.FieldType;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineFixtures;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import app.tahap.pipeline.Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The steps between the file and the dry run: format, columns, values. */
@DatabaseTest
class ImportWizardTests {

    private static final String FILE = """
            Kode;Nama Deal;Tahap;Nilai;Tanggal Dibuat;Tanggal Tutup;Pemilik
            1;Laptop;Penawaran;1.500,50;31/12/2025;;Sri Wahyuni
            2;Printer;Menang;0;02/01/2026;03/02/2026;Budi
            3;Server;Entah;7;02/01/2026;;Budi
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ImportService service;

    @Autowired
    Fixtures fixtures;

    @Autowired
    StageRepository repository;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    Pipeline pipeline;
    List<Stage> stages;
    Viewer manager;
    long id;

    @BeforeEach
    void prepare() throws IOException {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        manager = fixtures.user("Sri Wahyuni", Role.MANAGER);
        byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
        id = service.upload("deals.csv", bytes.length, () -> new ByteArrayInputStream(bytes), manager);
    }

    @Test
    void showsTheFormatThatWasDetectedAndTheFirstRows() {
        assertThat(get("format"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        selected("SEMICOLON"),
                        selected("UTF-8"),
                        selected("DMY"),
                        selected("COMMA"),
                        "31 Dec 2025",
                        "1,500.5",
                        "Laptop",
                        "3 rows");
    }

    @Test
    void readsTheFileAgainInTheFormatChosen() {
        assertThat(post("format", request -> format(request).param("again", "true")))
                .hasRedirectedUrl("/imports/" + id + "/format");
        assertThat(get("format"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"COMMA\" selected", ">Kode;Nama Deal;Tahap");
    }

    @Test
    void keepsWhatWasChosenWhenTheFileCannotBeReadThatWay() throws IOException {
        byte[] bytes = "Title;Stage\n\"A;B\";C\nD;\"E\"\n".getBytes(StandardCharsets.UTF_8);
        id = service.upload("deals.csv", bytes.length, () -> new ByteArrayInputStream(bytes), manager);

        assertThat(post("format", request -> format(request, "delimiter", "COMMA")))
                .hasStatus(422)
                .bodyText()
                .contains("From line 2 on this file cannot be read", selected("COMMA"), "aria-invalid=\"true\"");
    }

    @Test
    void refusesNonsenseAsAFormat() {
        assertThat(post("format", request -> format(request, "charset", "klingon")))
                .hasStatus(422);
        assertThat(post("format", request -> format(request, "dates", "XYZ"))).hasStatus(422);
        assertThat(post("format", request -> request)).hasStatus(422);
    }

    @Test
    void guessesTheColumnsAndOffersToTakeZeroForUnknown() {
        assertThat(get("columns"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Nama Deal: Laptop, Printer, Server",
                        "One value is 0.",
                        "name=\"zeroIsUnknown\" value=\"true\" aria-describedby=\"zero-hint\" checked");
    }

    @Test
    void takesColumnsForTheFieldsOfAnAdministrator() {
        long field = FieldFixtures.field(jdbc, RecordKind.DEAL, FieldType.TEXT, "Tahap");
        String custom = "custom[" + field + "]";

        assertThat(get("columns")).bodyText().contains("name=\"" + custom + "\"");
        assertThat(post("columns", request -> columns(request, Map.of()).param(custom, "99")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"custom-error-" + field + "\"");
        assertThat(post("columns", request -> columns(request, Map.of()).param(custom, "1")))
                .hasRedirectedUrl("/imports/" + id + "/values");

        assertThat(service.load(id, manager).getSettings().toldColumns().custom())
                .containsOnly(Map.entry(field, 1));
    }

    @Test
    void goesOnToTheValuesOfTheColumnsChosen() {
        assertThat(post("columns", this::columns)).hasRedirectedUrl("/imports/" + id + "/values");

        assertThat(get("values"))
                .hasStatusOk()
                .bodyText()
                .contains("Penawaran", "Menang", "Entah", "Budi", "<option value=\"NEW\" selected")
                .contains("value=\"" + stages.get(4).id() + "\" selected", "value=\"WON\" selected", "import-refuse");
    }

    @Test
    void remembersWhatWasSaidOfTheLastFileWithTheseColumns() throws IOException {
        long other = beans.createBean(PipelineFixtures.class).pipeline("Hardware", Template.SEVEN);
        Stage contact = stages(other).get(2);
        post("columns", request -> columns(request, Map.of("pipeline", Long.toString(other))));
        post("values", request -> values(request, Long.toString(contact.id())));
        post("run", request -> request.param("version", version()));
        byte[] bytes = FILE.replace("Laptop", "Layar").getBytes(StandardCharsets.UTF_8);
        id = service.upload("more.csv", bytes.length, () -> new ByteArrayInputStream(bytes), manager);

        assertThat(get("columns"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        selected(Long.toString(other)),
                        selected("IDR"),
                        "value=\"true\" aria-describedby=\"zero-hint\" checked");
        post("columns", request -> columns(request, Map.of("pipeline", Long.toString(other))));
        assertThat(get("values"))
                .as("the stage that was chosen, not the one guessed, and rows refused again")
                .bodyText()
                .contains(selected(Long.toString(contact.id())), "import-refuse")
                .doesNotContain(selected(Long.toString(stages(other).get(4).id())));
    }

    @Test
    void guessesAnewWhereThePipelineIsNotInUseAnyMore() throws IOException {
        PipelineFixtures shape = beans.createBean(PipelineFixtures.class);
        long other = shape.pipeline("Hardware", Template.SEVEN);
        post("columns", request -> columns(request, Map.of("pipeline", Long.toString(other))));
        post("values", request -> values(request, "REFUSE"));
        post("run", request -> request.param("version", version()));
        shape.archive(other, Map.of(), manager);
        byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
        id = service.upload("more.csv", bytes.length, () -> new ByteArrayInputStream(bytes), manager);

        assertThat(get("columns"))
                .hasStatusOk()
                .bodyText()
                .contains(selected(Long.toString(pipeline.id())), selected("USD"));
    }

    @Test
    void setsItsTablesOnCardsAsOtherPagesDo() {
        post("columns", this::columns);

        assertThat(get("values"))
                .bodyText()
                .contains("Match the values")
                .containsPattern(
                        "<div class=\"card table-card\">\\s*<table class=\"table data-table import-meanings\">");
    }

    @Test
    void needsATitle() {
        assertThat(post("columns", request -> columns(request, Map.of("fields[TITLE]", ""))))
                .hasStatus(422)
                .bodyText()
                .contains("Please choose the column that holds the title.", "id=\"error-TITLE\"");
    }

    @Test
    void refusesAColumnThatTheFileDoesNotHave() {
        assertThat(post("columns", request -> columns(request, Map.of("fields[STAGE]", "99"))))
                .hasStatus(422);
        assertThat(post("columns", request -> columns(request, Map.of("fields[STAGE]", "x"))))
                .hasStatus(422);
        assertThat(post("columns", request -> columns(request, Map.of("currency", "RPX"))))
                .hasStatus(422);
        assertThat(post("columns", request -> columns(request, Map.of("pipeline", "0"))))
                .hasStatus(404);
    }

    @Test
    void refusesAColumnOfTitlesAsStages() throws IOException {
        StringBuilder file = new StringBuilder("Title,Stage\n");
        for (int i = 0; i < 100; i++) {
            file.append("Deal ").append(i).append(",Stage ").append(i).append('\n');
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        id = service.upload("deals.csv", bytes.length, () -> new ByteArrayInputStream(bytes), manager);

        assertThat(post("columns", request -> request.param("version", "0")
                        .param("fields[TITLE]", "0")
                        .param("fields[STAGE]", "1")
                        .param("pipeline", Long.toString(pipeline.id()))
                        .param("currency", "USD")))
                .hasStatus(422)
                .bodyText()
                .contains("This column has more than 60 different values", "id=\"error-STAGE\"");
    }

    @Test
    void checksTheFileWithoutWritingADeal() {
        post("columns", this::columns);

        assertThat(post("values", this::values)).hasRedirectedUrl("/imports/" + id);
        assertThat(mvc.get().uri("/imports/{id}", id).with(as(manager)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Preview of the result",
                        "Import 2 deals",
                        "One amount of 0 counts as unknown.",
                        "The stage “Entah” was not given a meaning.",
                        "one user");
        assertThat(count("deal")).isZero();
        assertThat(count("users")).isOne();
    }

    @Test
    void refusesMeaningsThatWereNotOffered() {
        post("columns", this::columns);

        assertThat(post("values", request -> values(request, "999999"))).hasStatus(422);
        assertThat(post("values", request -> request.param("version", version())))
                .hasStatus(422);
        assertThat(post("values", request -> values(request, "OPEN"))).hasStatus(422);
    }

    @Test
    void tellsWhoSavedMeanwhile() {
        assertThat(post("columns", request -> columns(request, Map.of("version", "7"))))
                .hasStatus(409);
        assertThat(post("format", request -> format(request, "version", "7"))).hasStatus(409);
    }

    @Test
    void leadsOnlyToStepsThatWereReached() {
        assertThat(get("format")).bodyText().doesNotContain("/columns\">", "/values\">");
        assertThat(get("columns")).bodyText().contains("/format\">").doesNotContain("/values\">");
    }

    @Test
    void asksForColumnsBeforeValues() {
        assertThat(get("values")).hasRedirectedUrl("/imports/" + id + "/columns");
        assertThat(mvc.get().uri("/imports/{id}", id).with(as(manager))).hasRedirectedUrl("/imports/" + id + "/format");
    }

    @Test
    void hidesTheImportsOfOtherManagersButNotFromAdministrators() {
        Viewer stranger = fixtures.user("Hendra Gunawan", Role.MANAGER);
        Viewer administrator = fixtures.user("Adi Nugraha", Role.ADMINISTRATOR);

        for (String step : List.of("format", "columns", "values")) {
            assertThat(mvc.get().uri("/imports/{id}/" + step, id).with(as(stranger)))
                    .hasStatus(404);
            assertThat(mvc.post()
                            .uri("/imports/{id}/" + step, id)
                            .with(as(stranger))
                            .with(csrf())
                            .param("version", "0"))
                    .hasStatus(404);
            assertThat(mvc.post().uri("/imports/{id}/" + step, id).with(as(manager)))
                    .as("without CSRF token")
                    .hasStatus(403);
        }
        assertThat(mvc.get().uri("/imports/{id}/format", id).with(as(administrator)))
                .hasStatusOk();
    }

    private List<Stage> stages(long pipelineId) {
        return repository.findByPipelineIdAndArchivedAtIsNullOrderByPositionAscIdAsc(pipelineId);
    }

    private MvcTestResult get(String step) {
        return mvc.get().uri("/imports/{id}/" + step, id).with(as(manager)).exchange();
    }

    private MvcTestResult post(String step, UnaryOperator<MockMvcRequestBuilder> fill) {
        return fill.apply(mvc.post()
                        .uri("/imports/{id}/" + step, id)
                        .with(as(manager))
                        .with(csrf()))
                .exchange();
    }

    private MockMvcRequestBuilder format(MockMvcRequestBuilder request) {
        return format(request, "delimiter", "COMMA");
    }

    private MockMvcRequestBuilder format(MockMvcRequestBuilder request, String changed, String value) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "delimiter", "SEMICOLON", "charset", "UTF-8", "dates", "DMY", "decimals", "COMMA", "heading", "true"));
        fields.put("version", version());
        fields.put(changed, value);
        fields.forEach(request::param);
        return request;
    }

    private MockMvcRequestBuilder columns(MockMvcRequestBuilder request) {
        return columns(request, Map.of());
    }

    private MockMvcRequestBuilder columns(MockMvcRequestBuilder request, Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "fields[ID]", "0",
                "fields[TITLE]", "1",
                "fields[STAGE]", "2",
                "fields[AMOUNT]", "3",
                "fields[CREATED]", "4",
                "fields[CLOSED]", "5",
                "fields[OWNER]", "6",
                "zeroIsUnknown", "true",
                "pipeline", Long.toString(pipeline.id()),
                "currency", "IDR"));
        fields.put("version", version());
        fields.putAll(changed);
        fields.forEach(request::param);
        return request;
    }

    private MockMvcRequestBuilder values(MockMvcRequestBuilder request) {
        return values(request, Long.toString(stages.get(4).id()));
    }

    /** The values stand in the order of their frequency and name: Entah, Menang, Penawaran; Budi, Sri. */
    private MockMvcRequestBuilder values(MockMvcRequestBuilder request, String proposal) {
        return request.param("version", version())
                .param("stages", "REFUSE", "WON", proposal)
                .param("owners", "NEW", Long.toString(manager.id()));
    }

    private String version() {
        return Integer.toString(service.load(id, manager).getVersion());
    }

    private static String selected(String value) {
        return "value=\"" + value + "\" selected";
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
