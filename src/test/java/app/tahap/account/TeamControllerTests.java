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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class TeamControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamRepository teams;

    Viewer admin;
    Team jakarta;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        jakarta = fixtures.team("Jakarta");
    }

    @Test
    void listsTeamsWithTheNumberOfTheirMembers() {
        fixtures.user("Ani", Role.REP, jakarta);
        fixtures.team("Bandung");

        assertThat(mvc.get().uri("/settings/teams").with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Bandung", "Nobody", "Jakarta", "One member");
    }

    @Test
    void addsATeam() {
        assertThat(post("/settings/teams").param("name", " Surabaya ")).hasRedirectedUrl("/settings/teams");
        assertThat(teams.findAll()).extracting(Team::getName).containsExactlyInAnyOrder("Jakarta", "Surabaya");
    }

    @Test
    void refusesABlankNameAndOneThatIsTaken() {
        assertThat(post("/settings/teams").param("name", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Please give the team a name.");
        assertThat(post("/settings/teams").param("name", "JAKARTA"))
                .hasStatus(422)
                .bodyText()
                .contains("already a team of this name", "value=\"JAKARTA\"");
        assertThat(post("/settings/teams").param("name", "x".repeat(101))).hasStatus(422);
    }

    @Test
    void renamesATeam() {
        assertThat(mvc.get().uri("/settings/teams/{id}", jakarta.id()).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Jakarta\"");

        assertThat(rename("Jabodetabek", 0)).hasRedirectedUrl("/settings/teams");
        assertThat(rename(" ", 0)).hasStatus(422).bodyText().contains("name=\"version\" value=\"0\"");
        assertThat(rename("Mine", 0))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"Mine\"", "name=\"version\" value=\"1\"");
        assertThat(teams.findAll()).extracting(Team::getName).containsExactly("Jabodetabek");
    }

    @Test
    void namesTheMembersOfATeam() {
        Viewer ani = fixtures.user("Ani Basuki", Role.REP, jakarta);
        fixtures.user("Budi Santoso", Role.REP);

        assertThat(mvc.get().uri("/settings/teams/{id}", jakarta.id()).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/settings/users/" + ani.id() + "\">Ani Basuki<")
                .doesNotContain("Budi Santoso");
    }

    @Test
    void asksBeforeItRemovesATeamWhoseMembersStay() {
        Viewer ani = fixtures.user("Ani", Role.REP, jakarta);
        String removal = "/settings/teams/%d/removal".formatted(jakarta.id());
        assertThat(mvc.get().uri(removal).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("Its one member stays a user, without a team.");

        assertThat(post(removal)).hasRedirectedUrl("/settings/teams");

        assertThat(teams.count()).isZero();
        assertThat(fixtures.viewer(ani.id()).teamId()).isNull();
        assertThat(post(removal)).hasStatus(404);
    }

    @Test
    void removesATeamThatSomebodyJoinsAtThisMoment() {
        Viewer ani = fixtures.user("Ani", Role.REP);

        MvcTestResult removal = fixtures.meanwhile(
                () -> assertThat(join(ani)).hasRedirectedUrl("/settings/users"),
                () -> post("/settings/teams/%d/removal".formatted(jakarta.id())).exchange());

        assertThat(removal).hasRedirectedUrl("/settings/teams");
        assertThat(teams.count()).isZero();
        assertThat(fixtures.viewer(ani.id()).teamId()).isNull();
    }

    @Test
    void letsNobodyJoinATeamThatIsBeingRemoved() {
        Viewer ani = fixtures.user("Ani", Role.REP);

        MvcTestResult joining = fixtures.meanwhile(
                () -> assertThat(post("/settings/teams/%d/removal".formatted(jakarta.id())))
                        .hasRedirectedUrl("/settings/teams"),
                () -> join(ani).exchange());

        assertThat(joining).hasStatus(422).bodyText().contains("id=\"team-error\"");
        assertThat(fixtures.viewer(ani.id()).teamId()).isNull();
    }

    private MockMvcRequestBuilder join(Viewer user) {
        return post("/settings/users/" + user.id())
                .param("name", user.name())
                .param("email", user.email())
                .param("role", "REP")
                .param("team", Long.toString(jakarta.id()))
                .param("language", "en")
                .param("version", "0");
    }

    private MockMvcRequestBuilder rename(String name, int version) {
        return post("/settings/teams/" + jakarta.id()).param("name", name).param("version", Integer.toString(version));
    }

    private MockMvcRequestBuilder post(String uri) {
        return mvc.post().uri(uri).with(as(admin)).with(csrf());
    }
}
