package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class DealNoteControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    long deal;

    @BeforeEach
    void prepare() {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void showsANoteInTheHistoryAsItWasWritten() {
        assertThat(add(ani, " <b>Called</b> 📞\nback on Monday ", UUID.randomUUID()))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/deals/" + deal);

        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani)))
                .bodyText()
                .contains("Ani Basuki wrote a note", "&lt;b&gt;Called&lt;/b&gt; 📞\nback on Monday");
    }

    @Test
    void losesNoNoteWhoseKeyAnotherHas() {
        UUID key = UUID.randomUUID();
        add(ani, "Called", key);

        assertThat(add(ani, "They want a discount", key))
                .hasStatus(409)
                .bodyText()
                .contains("Another note was already saved from this form", "They want a discount</textarea>")
                .doesNotContain(key.toString());
    }

    @Test
    void storesANoteOnceThatWasSentTwice() {
        UUID key = UUID.randomUUID();

        add(ani, "Called", key);
        assertThat(add(ani, "Called", key)).hasStatus3xxRedirection();

        assertThat(texts()).containsExactly("Called");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void refusesANoteThatSaysNothing(String text) {
        assertThat(add(ani, text, UUID.randomUUID())).hasStatus(422).bodyText().contains("Write something first.");
        assertThat(texts()).isEmpty();
    }

    @Test
    void keepsANoteThatIsTooLongForItsAuthorToShorten() {
        String text = "x".repeat(10_001);

        assertThat(add(ani, text, UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("At most 10,000 characters", text);
        assertThat(texts()).isEmpty();
    }

    @Test
    void changesOnesOwnNote() {
        add(ani, "Called", UUID.randomUUID());

        assertThat(mvc.get().uri("/deals/{deal}/notes/{note}", deal, note()).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("Called</textarea>");
        assertThat(edit(ani, "Called twice", "0")).hasStatus3xxRedirection();

        assertThat(texts()).containsExactly("Called twice");
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani))).bodyText().contains("edited");
    }

    @Test
    void overwritesNoChangeThatWasMadeElsewhere() {
        add(ani, "Called", UUID.randomUUID());
        edit(ani, "Called twice", "0");

        assertThat(edit(ani, "Called in vain", "0"))
                .hasStatus(409)
                .bodyText()
                .contains("Called twice", "Called in vain</textarea>", "name=\"version\" value=\"1\"");
        assertThat(texts()).containsExactly("Called twice");
        assertThat(edit(ani, "Called in vain", "1")).hasStatus3xxRedirection();
        assertThat(texts()).containsExactly("Called in vain");
    }

    @Test
    void keepsWhatWasTypedIntoAnInvalidChange() {
        add(ani, "Called", UUID.randomUUID());

        assertThat(edit(ani, " ", "0")).hasStatus(422).bodyText().contains("Write something first.");
        assertThat(texts()).containsExactly("Called");
    }

    @Test
    void deletesOnesOwnNote() {
        add(ani, "Called", UUID.randomUUID());

        assertThat(delete(ani)).hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani))).bodyText().doesNotContain("Called");
    }

    @Test
    void leavesTheNotesOfOthersAlone() {
        add(ani, "Called", UUID.randomUUID());
        Viewer lead = fixtures.user("Lina Lead", Role.ADMINISTRATOR);

        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(lead)))
                .bodyText()
                .contains("Called")
                .doesNotContain("/notes/" + note());
        assertThat(mvc.get().uri("/deals/{deal}/notes/{note}", deal, note()).with(as(lead)))
                .hasStatus(404);
        assertThat(edit(lead, "Mine", "0")).hasStatus(404);
        assertThat(delete(lead)).hasStatus(404);
        assertThat(texts()).containsExactly("Called");
    }

    @Test
    void hidesNotesOfDealsThatTheViewerMayNotSee() {
        add(ani, "Called", UUID.randomUUID());
        fixtures.letRepsSee(Visibility.OWN);
        Viewer stranger = fixtures.user("Budi Santoso", Role.REP);

        assertThat(add(stranger, "Hello", UUID.randomUUID())).hasStatus(404);
        assertThat(add(stranger, "", UUID.randomUUID())).hasStatus(404);
        assertThat(mvc.get().uri("/deals/{deal}/notes/{note}", deal, note()).with(as(stranger)))
                .hasStatus(404);
        assertThat(texts()).containsExactly("Called");
    }

    @Test
    void addsNothingToADeletedDeal() {
        jdbc.sql("update deal set deleted_at = now()").update();

        assertThat(add(ani, "Called", UUID.randomUUID())).hasStatus(404);
        assertThat(texts()).isEmpty();
    }

    @Test
    void refusesNotesWithoutCsrfToken() {
        add(ani, "Called", UUID.randomUUID());

        assertThat(mvc.post().uri("/deals/{id}/notes", deal).with(as(ani)).param("text", "Forged"))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/deals/{deal}/notes/{note}", deal, note())
                        .with(as(ani))
                        .param("text", "Forged"))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/deals/{deal}/notes/{note}/deletion", deal, note())
                        .with(as(ani)))
                .hasStatus(403);
        assertThat(texts()).containsExactly("Called");
    }

    private MvcTestResult add(Viewer viewer, String text, UUID key) {
        return mvc.post()
                .uri("/deals/{id}/notes", deal)
                .with(as(viewer))
                .with(csrf())
                .param("text", text)
                .param("key", key.toString())
                .exchange();
    }

    private MvcTestResult edit(Viewer viewer, String text, String version) {
        return mvc.post()
                .uri("/deals/{deal}/notes/{note}", deal, note())
                .with(as(viewer))
                .with(csrf())
                .param("text", text)
                .param("version", version)
                .exchange();
    }

    private MvcTestResult delete(Viewer viewer) {
        return mvc.post()
                .uri("/deals/{deal}/notes/{note}/deletion", deal, note())
                .with(as(viewer))
                .with(csrf())
                .exchange();
    }

    private long note() {
        return jdbc.sql("select max(id) from deal_note").query(Long.class).single();
    }

    private List<String> texts() {
        return jdbc.sql("select text from deal_note where deleted_at is null order by id")
                .query(String.class)
                .list();
    }
}
