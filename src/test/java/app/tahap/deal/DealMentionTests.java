package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class DealMentionTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealAudience audience;

    @Autowired
    JdbcClient jdbc;

    List<Stage> stages = List.of();
    Viewer ani;
    Viewer budi;
    long deal;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        budi = fixtures.user("Budi Santoso", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void tellsAColleagueWhoIsMentioned() {
        assertThat(add("Please call, @budi santoso")).hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/notifications").with(as(budi)))
                .bodyText()
                .contains("Ani Basuki mentioned you in a note about “Fifty laptops”");
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani)))
                .bodyText()
                .contains("Please call, <span class=\"mention\">@budi santoso</span></p>");
    }

    @Test
    void tellsOnceWhoIsMentionedAgain() {
        add("@Budi Santoso, @Budi Santoso");
        edit("@Budi Santoso and @Ani Basuki", 0);

        assertThat(told()).containsExactly("Budi Santoso");
    }

    @Test
    void tellsWhoIsMentionedInALaterEdit() {
        add("Please call");
        assertThat(told()).isEmpty();

        edit("Please call, @Budi Santoso", 0);

        assertThat(told()).containsExactly("Budi Santoso");
    }

    @Test
    void tellsNobodyOfANoteThatIsRefused() {
        assertThat(add("@Budi Santoso " + "x".repeat(10_000))).hasStatus(422);

        assertThat(told()).isEmpty();
    }

    @Test
    void doesNotTellWhoMayNotSeeTheDealAndSaysSo() {
        fixtures.letRepsSee(Visibility.OWN);

        MvcTestResult answer = add("Please call, @Budi Santoso");

        assertThat(answer).hasStatus3xxRedirection();
        assertThat(answer.getMvcResult().getFlashMap().get("notice"))
                .isEqualTo("Budi Santoso may not see this deal and has not been told.");
        assertThat(told()).isEmpty();
    }

    @Test
    void offersColleaguesWhoMaySeeTheDeal() {
        fixtures.user("Bulan Sari", Role.MANAGER);
        fixtures.user("Citra Budiman", Role.REP);

        assertThat(suggestions("bu", ani)).contains("Budi Santoso", "Bulan Sari", "Citra Budiman");
        assertThat(suggestions("san", ani)).contains("Budi Santoso").doesNotContain("Bulan");
        assertThat(suggestions("ani", ani)).doesNotContain("Ani");
        assertThat(suggestions("%", ani)).doesNotContain("Budi");

        fixtures.letRepsSee(Visibility.OWN);

        assertThat(suggestions("bu", ani)).contains("Bulan Sari").doesNotContain("Budi Santoso", "Citra");
        assertThat(mvc.get().uri("/deals/{id}/mentions?text=a", deal).with(as(fixtures.viewer(budi.id()))))
                .hasStatus(404);
    }

    /** The rule is written twice, once for a viewer's deals and once for a deal's viewers: they must agree. */
    @ParameterizedTest
    @EnumSource(Visibility.class)
    void knowsWhoMaySeeADealAsListsDo(Visibility visibility) {
        Team jakarta = fixtures.team("Jakarta");
        Team surabaya = fixtures.team("Surabaya");
        List<Viewer> people = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Team team : new Team[] {jakarta, surabaya, null}) {
                people.add(fixtures.user(role + " " + (team == null ? "none" : team.getId()), role, team));
            }
        }
        fixtures.letRepsSee(visibility);
        for (Viewer owner : List.copyOf(people)) {
            long owned = fixtures.deal("Deal of " + owner.name(), stages.get(0), owner);
            List<Long> ids = people.stream().map(Viewer::id).toList();
            List<Long> expected = people.stream()
                    .map(person -> fixtures.viewer(person.id()))
                    .filter(person -> sees(person, owned))
                    .map(Viewer::id)
                    .toList();

            assertThat(audience.among(ids, owned)).as(owner.name()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private boolean sees(Viewer viewer, long dealId) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql("select exists (select from deal d where d.id = :deal and " + visible.where() + ")")
                .params(visible.parameters())
                .param("deal", dealId)
                .query(Boolean.class)
                .single();
    }

    private MvcTestResult add(String text) {
        return mvc.post()
                .uri("/deals/{id}/notes", deal)
                .with(as(ani))
                .with(csrf())
                .param("text", text)
                .param("key", UUID.randomUUID().toString())
                .exchange();
    }

    private void edit(String text, int version) {
        long note = jdbc.sql("select max(id) from deal_note").query(Long.class).single();
        assertThat(mvc.post()
                        .uri("/deals/{deal}/notes/{note}", deal, note)
                        .with(as(ani))
                        .with(csrf())
                        .param("text", text)
                        .param("version", Integer.toString(version)))
                .hasStatus3xxRedirection();
    }

    private String suggestions(String typed, Viewer viewer) {
        MvcTestResult answer = mvc.get()
                .uri("/deals/{id}/mentions?text={text}", deal, typed)
                .with(as(viewer))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private List<String> told() {
        return jdbc.sql("select u.name from notification n join users u on u.id = n.user_id order by n.id")
                .query(String.class)
                .list();
    }
}
