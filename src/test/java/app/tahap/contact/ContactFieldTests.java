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
