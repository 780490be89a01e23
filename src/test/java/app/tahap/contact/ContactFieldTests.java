package app.tahap.contact;

import static app.tahap.Fixtures.as;
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
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** The administrator's fields of organisations and people. */
@DatabaseTest
class ContactFieldTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Fields fields;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        ani = fixtures.user("Ani", Role.REP);
    }

    @ParameterizedTest
    @CsvSource({"ORGANIZATION, /organizations", "PERSON, /people"})
    void keepsShowsAndChangesFields(RecordKind kind, String address) {
        long note = FieldFixtures.field(jdbc, kind, FieldType.TEXT, "Note");
        FieldFixtures.require(jdbc, note);

        assertThat(get(address + "/new")).bodyText().contains("id=\"field-" + note + "\"");
        assertThat(form(address)).hasStatus(422).bodyText().contains("Please fill this in.", "value=\"Maju\"");
        assertThat(form(address).param("field-" + note, "<b>first</b>")).hasStatus3xxRedirection();
        long id = jdbc.sql("select id from " + kind.name().toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
        String page = address + "/" + id;

        assertThat(get(page)).bodyText().contains(">Note</dt><dd>&lt;b&gt;first&lt;/b&gt;</dd>");
        assertThat(get(address)).bodyText().contains(">Note</th>", ">&lt;b&gt;first&lt;/b&gt;</td>");
        assertThat(get(page + "/edit")).bodyText().contains("value=\"&lt;b&gt;first&lt;/b&gt;\"");
        assertThat(form(page).param("version", "0").param("field-" + note, "")).hasStatus(422);
        assertThat(form(page).param("version", "0").param("field-" + note, "second"))
                .hasRedirectedUrl(page);
        assertThat(form(page).param("version", "0").param("field-" + note, "third"))
                .hasStatus(409)
                .bodyText()
                .contains(">Note</th>", ">second</td>", ">third</td>", "value=\"third\"");
        assertThat(fields.values(kind, id).get(note)).isEqualTo(new FieldValue.Text("second"));
    }

    @Test
    void costsTheSameNumberOfQueriesHoweverManyFieldsThereAre() {
        FieldFixtures.field(jdbc, RecordKind.ORGANIZATION, FieldType.USER, "Engineer 0");
        fixtures.organization("PT Maju Jaya");
        get("/organizations").exchange();
        int before = StatementCount.of(() -> get("/organizations").exchange());
        for (int i = 1; i < 10; i++) {
            FieldFixtures.field(jdbc, RecordKind.ORGANIZATION, FieldType.USER, "Engineer " + i);
            fixtures.organization("PT " + i);
        }

        assertThat(StatementCount.of(() -> get("/organizations").exchange())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"ORGANIZATION, /organizations", "PERSON, /people"})
    void filtersByWhatFieldsHold(RecordKind kind, String address) {
        long branch = FieldFixtures.field(jdbc, kind, FieldType.CHOICE, "Branch", "Retail", "Mining");
        long seats = FieldFixtures.field(jdbc, kind, FieldType.NUMBER, "Seats");
        long engineer = FieldFixtures.field(jdbc, kind, FieldType.USER, "Engineer");
        String retail = Long.toString(FieldFixtures.choice(jdbc, branch, "Retail"));
        String mining = Long.toString(FieldFixtures.choice(jdbc, branch, "Mining"));
        add(
                kind,
                "Maju",
                "{\"%d\": %s, \"%d\": 1250.5, \"%d\": %d}".formatted(branch, retail, seats, engineer, ani.id()));
        add(kind, "Jaya", "{\"%d\": %s}".formatted(branch, mining));
        add(kind, "Sentosa", "{}");

        assertThat(names(address, branch, "any", retail)).containsExactly("Maju");
        assertThat(names(address, branch, "any", retail, mining)).containsExactly("Jaya", "Maju");
        assertThat(names(address, seats, "min", "1,250.5")).containsExactly("Maju");
        assertThat(names(address, seats, "min", "1251")).isEmpty();
        assertThat(names(address, engineer, "any", Long.toString(ani.id()))).containsExactly("Maju");
        assertThat(get(address).param("fields[%d.any]".formatted(branch), mining))
                .hasStatusOk()
                .bodyText()
                .contains(">Jaya</a>", "1 found", "value=\"%s\" checked".formatted(mining))
                .contains("More filters (in use)", "<strong>Mining</strong>", address + ".csv")
                .doesNotContain(">Maju</a>", ">Sentosa</a>");
    }

    @ParameterizedTest
    @CsvSource({"ORGANIZATION, /organizations", "PERSON, /people"})
    void refusesFiltersThatMeanNothing(RecordKind kind, String address) {
        long seats = FieldFixtures.field(jdbc, kind, FieldType.NUMBER, "Seats");
        add(kind, "Maju", "{\"%d\": 5}".formatted(seats));

        assertThat(get(address).param("fields[%d.min]".formatted(seats), "many"))
                .hasStatus(400)
                .bodyText()
                .contains("Seats</span>: <strong>many</strong>", "value=\"many\"")
                .doesNotContain(">Maju</a>");
        assertThat(get(address).param("fields[x.min]", "5"))
                .hasStatusOk()
                .bodyText()
                .contains(">Maju</a>");
    }

    @Test
    void findsNothingByTheFieldsOfAnotherKind() {
        long secret = FieldFixtures.field(jdbc, RecordKind.DEAL, FieldType.TEXT, "Secret");
        add(RecordKind.ORGANIZATION, "Maju", "{\"%d\": \"hidden\"}".formatted(secret));

        assertThat(names("/organizations", secret, "text", "hidden")).isEmpty();
    }

    @Test
    void exportsAColumnForEachField() {
        long note = FieldFixtures.field(jdbc, RecordKind.PERSON, FieldType.TEXT, "Note");
        add(RecordKind.PERSON, "Maju", "{\"%d\": \"=1+1\"}".formatted(note));

        assertThat(get("/people.csv"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/csv")
                .bodyText()
                .contains("ID,Name,Organisation,Job title,E-mail,Phone,Note", ",Maju,,,,,'=1+1");
    }

    @Test
    void costsTheSameNumberOfQueriesHoweverMuchIsAsked() {
        long engineer = FieldFixtures.field(jdbc, RecordKind.PERSON, FieldType.USER, "Engineer");
        long seats = FieldFixtures.field(jdbc, RecordKind.PERSON, FieldType.NUMBER, "Seats");
        add(RecordKind.PERSON, "Maju", "{\"%d\": %d, \"%d\": 5}".formatted(engineer, ani.id(), seats));
        get("/people").exchange();
        int plain = StatementCount.of(() -> get("/people").exchange());

        int filtered = StatementCount.of(() -> get("/people")
                .param("fields[%d.any]".formatted(engineer), Long.toString(ani.id()))
                .param("fields[%d.max]".formatted(seats), "7")
                .exchange());

        assertThat(filtered).isEqualTo(plain);
    }

    private void add(RecordKind kind, String name, String fields) {
        jdbc.sql("insert into %s (name, fields, created_at) values (:name, :fields::jsonb, now())"
                        .formatted(kind.name().toLowerCase(Locale.ROOT)))
                .param("name", name)
                .param("fields", fields)
                .update();
    }

    /** Of what the file holds, which is what the list shows. */
    private List<String> names(String address, long field, String kind, String... asked) {
        byte[] file = get(address + ".csv")
                .param("fields[%d.%s]".formatted(field, kind), asked)
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",")[1])
                .toList();
    }

    private MockMvcRequestBuilder form(String address) {
        return mvc.post()
                .uri(address)
                .with(as(ani))
                .with(csrf())
                .param("name", "Maju")
                .param("key", UUID.randomUUID().toString());
    }

    private MockMvcRequestBuilder get(String address) {
        return mvc.get().uri(address).with(as(ani));
    }
}
