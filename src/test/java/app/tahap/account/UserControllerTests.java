package app.tahap.account;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class UserControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    UserRepository users;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;
    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani Basuki", Role.REP);
    }

    @Test
    void listsWhoCanLogInWhoWasInvitedAndWhoLeft() {
        add("Budi", "budi@example.com", "REP").exchange();
        fixtures.user("Citra", Role.REP);
        jdbc.sql("update users set deactivated_at = now() where name = 'Citra'").update();

        assertThat(list(""))
                .hasStatusOk()
                .bodyText()
                .contains("4 users", "state-active", "Not yet joined", "link until 27 May 2026")
                .containsSubsequence("Admin", "Ani Basuki", "Budi", "Citra", "Deactivated");
    }

    @Test
    void findsUsersByTextStateAndTeam() {
        Team jakarta = fixtures.team("Jakarta");
        fixtures.user("Dewi 100%", Role.MANAGER, jakarta);

        assertThat(list("?text=BASUKI@")).bodyText().contains("Ani Basuki").doesNotContain("Dewi");
        assertThat(mvc.get().uri("/settings/users").queryParam("text", "0%").with(as(admin)))
                .bodyText()
                .contains("Dewi")
                .doesNotContain("Ani Basuki");
        assertThat(list("?team=" + jakarta.id()))
                .bodyText()
                .contains("Dewi", "Jakarta")
                .doesNotContain("Ani Basuki");
        assertThat(list("?state=INVITED")).bodyText().contains("Nobody matches.");
    }

    @Test
    void showsManyUsersPageByPage() {
        jdbc.sql("""
                        insert into users (name, email, role, language, created_at)
                        select 'User ' || to_char(n, '0000'), 'user' || n || '@example.com', 'REP', 'en', now()
                          from generate_series(1, 120) n
                        """).update();

        assertThat(list("?text=user&page=3"))
                .bodyText()
                .contains("120 users", "User  0101", "User  0120", "Page 3 of 3", "text=user&amp;page=2")
                .doesNotContain("User  0100");
    }

    @Test
    void addsAUserAndShowsTheInvitationOnce() {
        MvcTestResult result =
                add(" Budi Santoso ", " Budi@Example.com ", "MANAGER").exchange();

        assertThat(result).hasStatusOk();
        assertThat(result).bodyText().contains("A link for Budi Santoso", "http://localhost/invitations/");
        User budi = users.findByEmail("budi@example.com").orElseThrow();
        assertThat(budi.getName()).isEqualTo("Budi Santoso");
        assertThat(budi.getRole()).isEqualTo(Role.MANAGER);
        assertThat(budi.getLanguage().getLanguage()).isEqualTo("id");
        assertThat(budi.getPasswordHash()).isNull();
    }

    @Test
    void needsAnAddressOfWhomeverItAdds() {
        assertThat(add("Budi", " ", "REP")).hasStatus(422).bodyText().contains("Please write an e-mail address");
        assertThat(edit(ani.id(), "Ani", "", "REP", 0)).hasStatus(422);
    }

    @Test
    void saysThatAUserHasNoAddressYetAndInvitesOnlyOnceThereIsOne() {
        long budi = jdbc.sql("""
                        insert into users (name, role, language, created_at) values ('Budi', 'REP', 'en', now())
                        returning id
                        """).query(Long.class).single();
        String address = "/settings/users/" + budi;

        assertThat(list("?text=budi")).bodyText().contains("Budi", "no e-mail yet");
        assertThat(mvc.get().uri(address).with(as(admin)))
                .bodyText()
                .contains("No e-mail yet.", "This person has no e-mail address yet and so cannot log in.")
                .doesNotContain(address + "/invitation");
        assertThat(mvc.post().uri(address + "/invitation").with(as(admin)).with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Budi has no e-mail address yet.");
        assertThat(edit(budi, "Budi Santoso", "", "MANAGER", 0))
                .as("all else can be changed before")
                .hasStatus3xxRedirection();

        assertThat(edit(budi, "Budi Santoso", "budi@example.com", "MANAGER", 1)).hasStatus3xxRedirection();

        assertThat(mvc.get().uri(address).with(as(admin)))
                .bodyText()
                .contains("budi@example.com", address + "/invitation")
                .doesNotContain("o e-mail yet");
        assertThat(mvc.post().uri(address + "/invitation").with(as(admin)).with(csrf()))
                .hasStatusOk();
    }

    @Test
    void keepsWhatWasTypedWhenItIsInvalid() {
        assertThat(add("", "no address", "REP"))
                .hasStatus(422)
                .bodyText()
                .contains("Please give a name.", "Please write an e-mail address", "value=\"no address\"");
        assertThat(add("Budi", "budi@example.com", "BOSS")).hasStatus(422);
        assertThat(add("Budi", "budi@example.com", "REP").param("team", "999"))
                .hasStatus(422)
                .bodyText()
                .contains("This team has been removed");
        assertThat(users.count()).isEqualTo(2);
    }

    @Test
    void tellsOnceWhatIsWrongWithAnAddress() {
        for (String wrong : new String[] {"", "no address", "budi@" + "x".repeat(300), "b".repeat(300)}) {
            assertThat(add("Budi", wrong, "REP"))
                    .hasStatus(422)
                    .bodyText()
                    .containsOnlyOnce("Please write an e-mail address");
        }
    }

    @Test
    void refusesAnAddressThatAnotherUserHasInOtherLetters() {
        assertThat(add("Other Ani", "ANI.BASUKI@example.com", "REP"))
                .hasStatus(422)
                .bodyText()
                .contains("Another user has this e-mail address.", "value=\"Other Ani\"");
        assertThat(edit(ani.id(), "Ani", "ADMIN@example.com", "REP", 0)).hasStatus(422);
    }

    @Test
    void tellsWhatIsWrongWithAnAddressAlongWithTheMissingName() {
        assertThat(add("", "ANI.BASUKI@example.com", "REP"))
                .hasStatus(422)
                .bodyText()
                .contains("Please give a name.", "Another user has this e-mail address.");
        assertThat(add("", "", "REP")).bodyText().contains("Please give a name.", "Please write an e-mail address");
        assertThat(edit(ani.id(), "", "ADMIN@example.com", "REP", 0))
                .hasStatus(422)
                .bodyText()
                .contains("Please give a name.", "Another user has this e-mail address.");
        assertThat(edit(ani.id(), "", ani.email(), "REP", 0))
                .hasStatus(422)
                .bodyText()
                .contains("Please give a name.")
                .doesNotContain("Another user");

        jdbc.sql("update users set language = 'id'").update();
        assertThat(add("", "ani.basuki@example.com", "REP"))
                .bodyText()
                .contains("Isi namanya.", "Alamat email ini sudah dipakai pengguna lain.");
    }

    @Test
    void changesAUserAtOnce() {
        assertThat(mvc.get().uri("/settings/users").with(as(ani))).hasStatus(403);

        assertThat(edit(ani.id(), "Ani B.", "ani@example.com", "ADMINISTRATOR", 0))
                .hasRedirectedUrl("/settings/users");

        assertThat(mvc.get().uri("/settings/users").with(as(ani))).hasStatusOk();
        assertThat(fixtures.viewer(ani.id()).name()).isEqualTo("Ani B.");
    }

    @Test
    void tellsWhenSomebodyElseSavedMeanwhile() {
        edit(ani.id(), "Ani 1", "ani@example.com", "REP", 0).exchange();

        assertThat(edit(ani.id(), "Ani 2", "ani@example.com", "REP", 0))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has saved this", "value=\"Ani 2\"", "/settings/users/" + ani.id());
        assertThat(fixtures.viewer(ani.id()).name()).isEqualTo("Ani 1");
    }

    @Test
    void keepsTheRoleOfAnAdministratorWhoWouldLockOutOneself() {
        fixtures.user("Second", Role.ADMINISTRATOR);

        assertThat(edit(admin.id(), "Admin", "admin@example.com", "REP", 0))
                .hasStatus(422)
                .bodyText()
                .contains("You cannot take the administrator");
        assertThat(fixtures.viewer(admin.id()).role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void keepsOneAdministratorWhenTwoDemoteEachOtherAtTheSameMoment() throws Exception {
        Viewer second = fixtures.user("Second", Role.ADMINISTRATOR);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Integer>> answers = new ArrayList<>();
        for (Viewer[] pair : new Viewer[][] {{admin, second}, {second, admin}}) {
            answers.add(threads.submit(() -> {
                start.await();
                return edit(pair[0], pair[1].id(), pair[1].name(), pair[1].email(), "REP", 0)
                        .exchange()
                        .getResponse()
                        .getStatus();
            }));
        }
        start.countDown();
        List<Integer> statuses = List.of(answers.get(0).get(), answers.get(1).get());
        threads.shutdown();

        assertThat(statuses).contains(302);
        assertThat(jdbc.sql("select count(*) from users where role = 'ADMINISTRATOR'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void answers404ForAUserThatDoesNotExist() {
        assertThat(mvc.get().uri("/settings/users/999999").with(as(admin))).hasStatus(404);
        assertThat(edit(999999, "X", "x@example.com", "REP", 0)).hasStatus(404);
        assertThat(mvc.get().uri("/settings/users/abc").with(as(admin))).hasStatus(400);
    }

    private MvcTestResult list(String query) {
        return mvc.get().uri("/settings/users" + query).with(as(admin)).exchange();
    }

    private MockMvcRequestBuilder add(String name, String email, String role) {
        return mvc.post()
                .uri("/settings/users")
                .with(as(admin))
                .with(csrf())
                .param("name", name)
                .param("email", email)
                .param("role", role)
                .param("language", "id");
    }

    private MockMvcRequestBuilder edit(long id, String name, String email, String role, int version) {
        return edit(admin, id, name, email, role, version);
    }

    private MockMvcRequestBuilder edit(Viewer actor, long id, String name, String email, String role, int version) {
        return mvc.post()
                .uri("/settings/users/{id}", id)
                .with(as(actor))
                .with(csrf())
                .param("name", name)
                .param("email", email)
                .param("role", role)
                .param("language", "en")
                .param("version", Integer.toString(version));
    }
}
