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
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What no form sends is answered with 400 wherever it is sent to. */
@DatabaseTest
class RequestGuardTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        ani = fixtures.user("Ani Basuki", Role.REP);
    }

    @Test
    void refusesTextThatTheDatabaseCannotStore() {
        assertThat(mvc.get().uri("/deals").param("text", "\0").with(as(ani))).hasStatus(400);
        assertThat(mvc.post()
                        .uri("/organizations")
                        .param("name", "a\0b")
                        .with(as(ani))
                        .with(csrf()))
                .hasStatus(400);
    }
}
