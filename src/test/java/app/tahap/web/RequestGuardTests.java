package app.tahap.web;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What PostgreSQL cannot store reaches no form. */
@DatabaseTest
class RequestGuardTests {

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
    }

    @Test
    void leavesOutWhatTheDatabaseCannotStoreAndNobodySees() {
        assertThat(mvc.get().uri("/deals").param("text", "\0").with(as(ani))).hasStatusOk();
        assertThat(mvc.post()
                        .uri("/organizations")
                        .param("name", "\0PT Maju\0 Jaya")
                        .param("address", "Jalan Merdeka 1\0\nJakarta")
                        .with(as(ani))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(jdbc.sql("select name || ', ' || address from organization")
                        .query(String.class)
                        .single())
                .isEqualTo("PT Maju Jaya, Jalan Merdeka 1\nJakarta");
    }

    @Test
    void keepsWhatWasTypedBesideANul() {
        assertThat(mvc.post()
                        .uri("/people")
                        .param("name", "\0")
                        .param("jobTitle", "Head of\0 purchasing")
                        .with(as(ani))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"Head of purchasing\"", "id=\"name-error\"");
    }
}
