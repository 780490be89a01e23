package app.tahap.account;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@DatabaseTest
class WorkspaceControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    WorkspaceRepository workspaces;

    Viewer admin;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
    }

    @Test
    void leadsFromSettingsToTheWorkspace() {
        assertThat(mvc.get().uri("/settings").with(as(admin))).hasRedirectedUrl("/settings/workspace");
    }

    @Test
    void showsWhatIsSetAndWhyTheBaseCurrencyIsFixed() {
        assertThat(mvc.get().uri("/settings/workspace").with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Nusantara\"", "USD · US Dollar", "Chosen at set-up and fixed")
                .doesNotContain("name=\"currency\"");
    }

    @Test
    void changesTheWorkspaceForEverybodyAtOnce() {
        Viewer rep = fixtures.user("Ani", Role.REP);

        assertThat(change("Acme", "Europe/Berlin", "OWN", "TEAM", 0)).hasRedirectedUrl("/settings/workspace");

        Viewer after = fixtures.viewer(rep.id());
        assertThat(after.workspace()).isEqualTo("Acme");
        assertThat(after.zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(after.fiscalYearStart()).isEqualTo(4);
        assertThat(after.visibility()).isEqualTo(Visibility.OWN);
        assertThat(workspaces.findTheOne().orElseThrow().getManagerVisibility()).isEqualTo(Visibility.TEAM);
    }

    @Test
    void keepsWhatWasTypedWhenItIsInvalid() {
        assertThat(change("", "Europe/Berlin", "OWN", "TEAM", 0))
                .hasStatus(422)
                .bodyText()
                .contains("Please give the workspace a name.", "value=\"Europe/Berlin\" selected");
    }

    @Test
    void refusesWhatNoListOffers() {
        assertThat(change("Acme", "GMT+7", "TEAM", "TEAM", 0)).hasStatus(422);
        assertThat(change("Acme", "Nowhere/Town", "TEAM", "TEAM", 0)).hasStatus(422);
        assertThat(change("Acme", "UTC", "TEAM", "OWN", 0)).hasStatus(422);
        assertThat(change("Acme", "UTC", "NOBODY", "TEAM", 0)).hasStatus(422);
        assertThat(change("Acme", "GMT+7", "NOBODY", "TEAM", 0)).hasStatus(422);
        assertThat(fixtures.viewer(admin.id()).workspace()).isEqualTo("Nusantara");
    }

    @Test
    void tellsWhenSomebodyElseSavedMeanwhile() {
        assertThat(change("Acme", "UTC", "TEAM", "TEAM", 0)).hasStatus3xxRedirection();

        assertThat(change("Mine", "UTC", "TEAM", "TEAM", 0))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has saved this", "value=\"Mine\"", "name=\"version\" value=\"1\"");
        assertThat(fixtures.viewer(admin.id()).workspace()).isEqualTo("Acme");
    }

    private MockMvcRequestBuilder change(String name, String zone, String reps, String managers, int version) {
        return mvc.post()
                .uri("/settings/workspace")
                .with(as(admin))
                .with(csrf())
                .param("name", name)
                .param("zone", zone)
                .param("language", "id")
                .param("fiscalYearStart", "4")
                .param("reps", reps)
                .param("managers", managers)
                .param("version", Integer.toString(version));
    }
}
