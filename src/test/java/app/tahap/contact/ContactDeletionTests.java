package app.tahap.contact;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Organisations and people are deleted and restored in the same way. */
@DatabaseTest
class ContactDeletionTests {

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
    Stage stage;
    long maju;
    long budi;

    @BeforeEach
    void prepare() {
        stage = fixtures.stages(fixtures.workspace()).get(0);
        ani = fixtures.user("Ani Basuki", Role.REP);
        maju = organizations
                .save(new Organization("Contact in question", clock.instant()))
                .id();
        budi = people.save(new Person("Contact in question", null, clock.instant()))
                .id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "people"})
    void deletesAContactSoThatItIsOnlyAmongTheDeleted(String kind) {
        assertThat(post(kind, "deletion"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/" + kind);

        assertThat(mvc.get().uri("/" + kind).with(as(ani))).bodyText().doesNotContain("Contact in question");
        assertThat(mvc.get().uri("/" + kind + "?deleted=true").with(as(ani)))
                .bodyText()
                .contains("Contact in question");
        assertThat(mvc.get().uri("/" + kind + "/" + id(kind)).with(as(ani)))
                .bodyText()
                .contains("This contact is deleted", "/restoration")
                .doesNotContain("/edit\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "people"})
    void restoresAContact(String kind) {
        post(kind, "deletion");

        assertThat(post(kind, "restoration"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/" + kind + "/" + id(kind));
        assertThat(mvc.get().uri("/" + kind).with(as(ani))).bodyText().contains("Contact in question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "people"})
    void keepsAContactWithOpenDeals(String kind) {
        fixtures.deal("Fifty laptops", stage, ani);
        jdbc.sql("update deal set organization_id = :maju, person_id = :budi")
                .param("maju", maju)
                .param("budi", budi)
                .update();

        assertThat(post(kind, "deletion")).hasStatus(422).bodyText().contains("It has an open deal");
        String page = "/" + kind + "/" + id(kind);
        assertThat(mvc.post()
                        .uri(page + "/deletion")
                        .with(as(ani))
                        .with(csrf())
                        .header("Host", "localhost")
                        .header("Referer", "http://localhost" + page))
                .bodyText()
                .contains("navigation-main", "href=\"http://localhost" + page + "\"");
        assertThat(mvc.post()
                        .uri(page + "/deletion")
                        .with(as(ani))
                        .with(csrf())
                        .header("Host", "localhost")
                        .header("Referer", "http://localhost.example.com" + page))
                .bodyText()
                .doesNotContain("example.com");

        jdbc.sql("update deal set deleted_at = now()").update();
        assertThat(post(kind, "deletion")).hasStatus3xxRedirection();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "people"})
    void countsOpenDealsThatTheViewerMayNotSee(String kind) {
        fixtures.letRepsSee(Visibility.OWN);
        fixtures.deal("Fifty laptops", stage, fixtures.user("Citra", Role.REP));
        jdbc.sql("update deal set organization_id = :maju, person_id = :budi")
                .param("maju", maju)
                .param("budi", budi)
                .update();

        assertThat(post(kind, "deletion")).hasStatus(422).bodyText().contains("It has an open deal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "people"})
    void findsNothingToDeleteOrRestoreTwice(String kind) {
        assertThat(post(kind, "restoration")).hasStatus(404);
        post(kind, "deletion");
        assertThat(post(kind, "deletion")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "people"})
    void refusesRequestsWithoutCsrfToken(String kind) {
        String contact = "/" + kind + "/" + id(kind);

        assertThat(mvc.post().uri(contact + "/deletion").with(as(ani))).hasStatus(403);
        assertThat(mvc.post().uri(contact + "/restoration").with(as(ani))).hasStatus(403);
        assertThat(mvc.get().uri("/" + kind).with(as(ani))).bodyText().contains("Contact in question");
    }

    private MvcTestResult post(String kind, String what) {
        return mvc.post()
                .uri("/" + kind + "/" + id(kind) + "/" + what)
                .with(as(ani))
                .with(csrf())
                .exchange();
    }

    private long id(String kind) {
        return kind.equals("people") ? budi : maju;
    }
}
