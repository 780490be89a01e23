package app.tahap.contact;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The lists of organisations and of people, and what they suggest while somebody types. */
@DatabaseTest
class ContactListControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        ani = fixtures.user("Ani Basuki", Role.REP);
        jdbc.sql("""
                        insert into organization (name, created_at)
                        select 'PT Nomor ' || lpad(i::text, 3, '0'), now() from generate_series(1, 60) i
                        """).update();
        jdbc.sql("""
                        insert into person (name, organization_id, email, created_at)
                        select replace(name, 'PT Nomor', 'Orang'), id,
                               lower(replace(name, ' ', '.')) || '@example.com', now()
                          from organization
                        """).update();
    }

    @ParameterizedTest
    @CsvSource({"/organizations, PT Nomor 001, PT Nomor 060", "/people, Orang 001, Orang 060"})
    void pagesAListByName(String list, String first, String last) {
        assertThat(mvc.get().uri(list).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("60 found", first, "Page 1 of 2")
                .doesNotContain(last);
        assertThat(mvc.get().uri(list + "?page=2").with(as(ani)))
                .bodyText()
                .contains(last)
                .doesNotContain(first);
    }

    @ParameterizedTest
    @CsvSource({
        "/organizations, nomor 007, 1 found",
        "/organizations, NOMOR, 60 found",
        "/organizations, %, None found",
        "/organizations, _, None found",
        "/organizations, \\, None found",
        "/people, orang 007, 1 found",
        "/people, pt.nomor.008@, 1 found",
        "/people, PT Nomor 009, 1 found",
        "/people, 😀, None found"
    })
    void searches(String list, String text, String count) {
        assertThat(mvc.get().uri(list).param("text", text).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains(count);
    }

    @Test
    void keepsTheSearchOnTheNextPage() {
        assertThat(mvc.get().uri("/organizations").param("text", "<PT> & 100%").with(as(ani)))
                .bodyText()
                .contains("value=\"&lt;PT&gt; &amp; 100%\"");
        assertThat(mvc.get().uri("/organizations?text=Nomor").with(as(ani)))
                .bodyText()
                .contains("?text=Nomor&amp;page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/organizations?page=-1", "/people?page=0", "/people?page=2147483647", "/people?deleted=true"})
    void showsTheNearestPageThereIs(String address) {
        assertThat(mvc.get().uri(address).with(as(ani))).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organizations?page=x",
                "/people?page=99999999999",
                "/people?deleted=maybe",
                "/organizations/x",
                "/people/0",
                "/people/new?organization=x",
                "/organizations/duplicates?besides=x",
                "/people/999999999999999999999"
            })
    void answersNonsenseClearly(String address) {
        assertThat(mvc.get().uri(address).with(as(ani))).hasStatus4xxClientError();
    }

    @Test
    void suggestsWhatMayBeMeantWhileTyping() {
        assertThat(mvc.get()
                        .uri("/organizations/suggestions")
                        .param("organization", "omor 00")
                        .with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"PT Nomor 001\"", "id=\"organization-near\"")
                .doesNotContain("PT Nomor 010", "Possible duplicate");
        assertThat(mvc.get()
                        .uri("/organizations/suggestions")
                        .param("organization", "Nomor 001")
                        .with(as(ani)))
                .bodyText()
                .contains("Possible duplicate", "data-value=\"PT Nomor 001\"");
    }

    @Test
    void suggestsPeopleAtTheOrganizationTypedFirst() {
        assertThat(mvc.get()
                        .uri("/people/suggestions")
                        .param("person", "Orang")
                        .param("organization", "pt nomor 042")
                        .with(as(ani)))
                .bodyText()
                .containsSubsequence("value=\"Orang 042\"", "value=\"Orang 001\"");
    }

    @Test
    void warnsOfDuplicatesWhileAContactIsFilledIn() {
        assertThat(mvc.get()
                        .uri("/organizations/duplicates")
                        .param("name", "CV Nomor 001")
                        .with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("PT Nomor 001", "href=\"/organizations/");
        assertThat(mvc.get()
                        .uri("/people/duplicates")
                        .param("email", "pt.nomor.005@example.com")
                        .with(as(ani)))
                .bodyText()
                .contains("Orang 005", "href=\"/people/");
        assertThat(mvc.get().uri("/people/duplicates").with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Possible duplicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations", "/people"})
    void asksTheSameNumberOfQueriesHoweverManyThereAre(String list) {
        int many = statements(list);
        jdbc.sql("update organization set deleted_at = now() where name > 'PT Nomor 003'")
                .update();
        jdbc.sql("update person set deleted_at = now() where name > 'Orang 003'")
                .update();

        assertThat(statements(list)).isEqualTo(many).isLessThanOrEqualTo(6);
    }

    private int statements(String list) {
        return StatementCount.of(
                () -> assertThat(mvc.get().uri(list).with(as(ani))).hasStatusOk());
    }
}
