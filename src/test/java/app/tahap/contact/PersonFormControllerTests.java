package app.tahap.contact;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class PersonFormControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    OrganizationRepository organizations;

    @Autowired
    PersonRepository people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Viewer ani;
    long maju;
    long budi;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        ani = fixtures.user("Ani Basuki", Role.REP);
        maju = organizations
                .save(new Organization("PT Maju Jaya", clock.instant()))
                .id();
        budi = people.save(new Person("Budi Santoso", maju, clock.instant())).id();
    }

    @Test
    void addsAPersonAtTheOrganizationAskedFor() {
        assertThat(mvc.get()
                        .uri("/people/new")
                        .param("organization", Long.toString(maju))
                        .with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"PT Maju Jaya\"");

        assertThat(create(Map.of(
                        "name", "Citra Lestari",
                        "organization", "pt maju jaya",
                        "jobTitle", "Director",
                        "email", "citra@maju.example",
                        "phone", "+62 21 555")))
                .hasStatus3xxRedirection();
        assertThat(rows())
                .containsExactly(
                        "Budi Santoso|PT Maju Jaya|||",
                        "Citra Lestari|PT Maju Jaya|Director|citra@maju.example|+62 21 555");
        assertThat(organizations.count()).isEqualTo(1);
    }

    @Test
    void addsAnOrganizationThatIsNewOnTheWay() {
        assertThat(create(Map.of("name", "Citra", "organization", "CV Telaga"))).hasStatus3xxRedirection();

        assertThat(rows()).contains("Citra|CV Telaga|||");
    }

    @Test
    void asksBeforeItAddsADuplicate() {
        assertThat(create(Map.of("name", "Santoso Budi", "email", "budi@maju.example")))
                .hasStatus(422)
                .bodyText()
                .contains("Possible duplicate", "href=\"/people/" + budi, "value=\"budi@maju.example\"");
        assertThat(rows()).hasSize(1);

        assertThat(create(Map.of("name", "Santoso Budi", "sure", "name"))).hasStatus3xxRedirection();
        assertThat(rows()).hasSize(2);
    }

    /** The browser shows the answer to the second of two clicks. */
    @Test
    void addsOnePersonHoweverOftenAFormIsSent() {
        String page = bodyOf("/people/new");
        Matcher key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
        assertThat(key.find()).isTrue();
        Map<String, String> form = Map.of("name", "Citra Lestari", "key", key.group(1));

        String first = create(form).getResponse().getRedirectedUrl();
        assertThat(create(form)).hasRedirectedUrl(first);
        assertThat(rows()).hasSize(2);

        assertThat(create(
                        Map.of("name", "Citra Lestari", "key", UUID.randomUUID().toString())))
                .hasStatus(422)
                .bodyText()
                .contains("Possible duplicate");
    }

    private String bodyOf(String page) {
        return new String(
                mvc.get().uri(page).with(as(ani)).exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    @Test
    void asksWhichOrganizationIsMeant() {
        assertThat(create(Map.of("name", "Citra", "organization", "Maju Jaya")))
                .hasStatus(422)
                .bodyText()
                .contains("data-fill=\"organization\"", "data-value=\"PT Maju Jaya\"");
        assertThat(organizations.count()).isEqualTo(1);

        create(Map.of("name", "Citra", "organization", "Maju Jaya", "sure", "organization"));
        assertThat(rows()).contains("Citra|Maju Jaya|||");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name         | ' '         | Please write a name
                    name         | 201         | That is too long
                    organization | 201         | That is too long
                    jobTitle     | 101         | That is too long
                    email        | nobody      | Please write an e-mail address
                    email        | a@b.c d     | Please write an e-mail address
                    phone        | <script>    | Only digits
                    """)
    void tellsWhatIsWrongAtTheField(String field, String value, String message) {
        Map<String, String> form = new HashMap<>(Map.of("name", "Citra"));
        form.put(field, value.matches("[0-9]+") ? "x".repeat(Integer.parseInt(value)) : value);

        MvcTestResult result = create(form);

        assertThat(result).hasStatus(422);
        assertThat(result).bodyText().containsPattern("id=\"" + field + "-error\"[^>]*>" + message);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void changesAPersonAndLeavesTheOrganizationAsItIs() {
        jdbc.sql("update organization set deleted_at = now()").update();

        assertThat(edit(Map.of("name", "Budi S.", "organization", "PT Maju Jaya", "version", "0")))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/people/" + budi);

        assertThat(rows()).containsExactly("Budi S.|PT Maju Jaya|||");
        assertThat(organizations.count()).isEqualTo(1);
    }

    @Test
    void showsWhatSomebodyElseChangedAndKeepsWhatWasTyped() {
        edit(Map.of("name", "Budi", "jobTitle", "Director", "version", "0"));

        MvcTestResult result =
                edit(Map.of("name", "Budi", "jobTitle", "Owner", "organization", "PT Baru", "version", "0"));

        assertThat(result).hasStatus(409);
        assertThat(result)
                .bodyText()
                .contains("<td>Director</td>", "<td>Owner</td>", "value=\"Owner\"", "name=\"version\" value=\"1\"");
        assertThat(rows()).containsExactly("Budi||Director||");
        assertThat(organizations.count()).isEqualTo(1);
        assertThat(edit(Map.of("name", "Budi", "jobTitle", "Owner", "version", "1")))
                .hasStatus3xxRedirection();
    }

    @Test
    void changesNobodyWhoIsDeletedOrNotThere() {
        assertThat(mvc.get().uri("/people/0/edit").with(as(ani))).hasStatus(404);
        assertThat(mvc.get().uri("/people/new").param("organization", "0").with(as(ani)))
                .hasStatus(404);
        jdbc.sql("update person set deleted_at = now()").update();

        assertThat(mvc.get().uri("/people/{id}/edit", budi).with(as(ani))).hasStatus(422);
        assertThat(edit(Map.of("name", "Ghost", "version", "0"))).hasStatus(422);
        assertThat(rows()).containsExactly("Budi Santoso|PT Maju Jaya|||");
    }

    @Test
    void refusesFormsWithoutCsrfToken() {
        assertThat(mvc.post().uri("/people").param("name", "Forged").with(as(ani)))
                .hasStatus(403);
        assertThat(mvc.post().uri("/people/{id}", budi).param("name", "Forged").with(as(ani)))
                .hasStatus(403);
        assertThat(rows()).containsExactly("Budi Santoso|PT Maju Jaya|||");
    }

    private MvcTestResult create(Map<String, String> form) {
        var request = mvc.post().uri("/people").with(as(ani)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult edit(Map<String, String> form) {
        var request = mvc.post().uri("/people/{id}", budi).with(as(ani)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private List<String> rows() {
        return jdbc.sql("""
                        select p.name || '|' || coalesce(o.name, '') || '|' || coalesce(p.job_title, '') || '|'
                               || coalesce(p.email, '') || '|' || coalesce(p.phone, '')
                          from person p left join organization o on o.id = p.organization_id order by p.id
                        """).query(String.class).list();
    }
}
