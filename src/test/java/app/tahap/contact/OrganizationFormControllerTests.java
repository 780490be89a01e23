package app.tahap.contact;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class OrganizationFormControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    OrganizationRepository organizations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Viewer ani;
    long maju;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        ani = fixtures.user("Ani Basuki", Role.REP);
        maju = organizations
                .save(new Organization("PT Maju Jaya", clock.instant()))
                .id();
    }

    @Test
    void addsAnOrganization() {
        assertThat(mvc.get().uri("/organizations/new").with(as(ani))).hasStatusOk();
        assertThat(create(Map.of(
                        "name", " PT Telaga ",
                        "website", "https://telaga.example",
                        "phone", "+62 21 555",
                        "address", "Jl. Sudirman 1\nJakarta")))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .startsWith("/organizations/");

        assertThat(rows())
                .containsExactly(
                        "PT Maju Jaya|||", "PT Telaga|https://telaga.example|+62 21 555|Jl. Sudirman 1\nJakarta");
    }

    @Test
    void asksBeforeItAddsADuplicate() {
        MvcTestResult result = create(Map.of("name", "Maju Jaya", "phone", "123"));

        assertThat(result).hasStatus(422);
        assertThat(result)
                .bodyText()
                .contains("Possible duplicate", "href=\"/organizations/" + maju, "value=\"Maju Jaya\"", "value=\"123\"")
                .contains("name=\"sure\" value=\"name\"");
        assertThat(rows()).hasSize(1);

        assertThat(create(Map.of("name", "Maju Jaya", "sure", "name"))).hasStatus3xxRedirection();
        assertThat(rows()).hasSize(2);
    }

    @Test
    void addsOneOrganizationHoweverOftenAFormIsSent() {
        Map<String, String> form =
                Map.of("name", "PT Telaga", "key", UUID.randomUUID().toString());

        String first = create(form).getResponse().getRedirectedUrl();
        assertThat(create(form)).hasRedirectedUrl(first);
        assertThat(rows()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name    | ' '                 | Please write a name
                    name    | 201                 | That is too long
                    website | javascript:alert(1) | Write the whole address
                    website | telaga.example      | Write the whole address
                    phone   | <script>            | Only digits
                    address | 501                 | That is too long
                    """)
    void tellsWhatIsWrongAtTheFieldAndKeepsTheRest(String field, String value, String message) {
        Map<String, String> form = new HashMap<>(Map.of("name", "PT <b>Telaga</b>", "address", "Jl. Sudirman"));
        form.put(field, value.matches("[0-9]+") ? "x".repeat(Integer.parseInt(value)) : value);

        MvcTestResult result = create(form);

        assertThat(result).hasStatus(422);
        assertThat(result)
                .bodyText()
                .containsPattern("id=\"" + field + "-error\"[^>]*>" + message)
                .containsPattern("value=\"PT &lt;b&gt;Telaga&lt;/b&gt;\"|Jl. Sudirman</textarea>");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void changesAnOrganization() {
        assertThat(mvc.get().uri("/organizations/{id}/edit", maju).with(as(ani)))
                .bodyText()
                .contains("value=\"PT Maju Jaya\"")
                .containsPattern("name=\"version\" value=\"0\"");

        assertThat(edit(Map.of("name", "PT Maju Terus", "version", "0")))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/organizations/" + maju);
        assertThat(rows()).containsExactly("PT Maju Terus|||");
    }

    @Test
    void showsWhatSomebodyElseChangedAndKeepsWhatWasTyped() {
        edit(Map.of("name", "PT Maju Terus", "phone", "111", "version", "0"));

        MvcTestResult result = edit(Map.of("name", "PT Maju Lagi", "phone", "222", "version", "0"));

        assertThat(result).hasStatus(409);
        assertThat(result)
                .bodyText()
                .contains(
                        "Somebody has changed this meanwhile", "<td>PT Maju Terus</td>", "<td>111</td>", "<td>222</td>")
                .contains("value=\"PT Maju Lagi\"", "name=\"version\" value=\"1\"");
        assertThat(rows()).containsExactly("PT Maju Terus||111|");
        assertThat(edit(Map.of("name", "PT Maju Lagi", "version", "1"))).hasStatus3xxRedirection();
        assertThat(edit(Map.of("name", "PT Tanpa Versi"))).hasStatus(409);
        assertThat(rows()).containsExactly("PT Maju Lagi|||");
    }

    @Test
    void keepsWhatWasTypedIntoAnInvalidChange() {
        assertThat(edit(Map.of("name", "", "phone", "222", "version", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("Please write a name", "value=\"222\"");
        assertThat(rows()).containsExactly("PT Maju Jaya|||");
    }

    @Test
    void changesNothingThatIsDeletedOrNotThere() {
        assertThat(mvc.get().uri("/organizations/0/edit").with(as(ani))).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/organizations/0")
                        .param("name", "x")
                        .with(as(ani))
                        .with(csrf()))
                .hasStatus(404);

        jdbc.sql("update organization set deleted_at = now()").update();
        assertThat(mvc.get().uri("/organizations/{id}/edit", maju).with(as(ani)))
                .hasStatus(422)
                .bodyText()
                .contains("This contact is deleted");
        assertThat(edit(Map.of("name", "PT Hantu", "version", "0"))).hasStatus(422);
        assertThat(rows()).containsExactly("PT Maju Jaya|||");
    }

    @Test
    void refusesFormsWithoutCsrfToken() {
        assertThat(mvc.post().uri("/organizations").param("name", "Forged").with(as(ani)))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/organizations/{id}", maju)
                        .param("name", "Forged")
                        .with(as(ani)))
                .hasStatus(403);
        assertThat(rows()).containsExactly("PT Maju Jaya|||");
    }

    private MvcTestResult create(Map<String, String> form) {
        var request = mvc.post().uri("/organizations").with(as(ani)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult edit(Map<String, String> form) {
        var request = mvc.post().uri("/organizations/{id}", maju).with(as(ani)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private List<String> rows() {
        return jdbc.sql("""
                        select name || '|' || coalesce(website, '') || '|' || coalesce(phone, '') || '|'
                               || coalesce(address, '') from organization order by id
                        """).query(String.class).list();
    }
}
