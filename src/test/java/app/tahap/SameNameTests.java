package app.tahap;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** Two add what is to exist once, at the same moment: the second is told as if it had come later. */
@DatabaseTest
class SameNameTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    Pipeline pipeline;
    Viewer admin;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @CsvSource({
        "/settings/pipelines, name=Twin&template=SEVEN, 422",
        "/settings/pipelines/{pipeline}/stages, name=Twin&probability=10&version=0&arrangement=0, 409",
        "/settings/teams, name=Twin, 422",
        "/settings/lists/LOST, label=Twin, 422",
        "/settings/lists/SOURCE, label=Twin, 422",
        "/settings/users, name=Twin&email=twin@example.com&role=REP&language=en, 422",
        "/settings/rates, currency=IDR&validFrom=2026-01-02&rate=0.5, 422",
        "/organizations, name=Twin, 422",
        "/people, name=Twin, 422"
    })
    void refusesTheSecondOfTwoAtOnce(String path, String fields, int status) {
        MvcTestResult second = fixtures.meanwhile(
                () -> assertThat(post(path, fields).getResponse().getStatus()).isIn(200, 302),
                () -> post(path, fields));

        assertThat(second).hasStatus(status);
    }

    private MvcTestResult post(String path, String fields) {
        return mvc.post()
                .uri(path.replace("{pipeline}", Long.toString(pipeline.id())))
                .with(as(admin))
                .with(csrf())
                .params(UriComponentsBuilder.newInstance().query(fields).build().getQueryParams())
                .exchange();
    }
}
