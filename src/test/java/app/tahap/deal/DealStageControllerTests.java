package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class DealStageControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    List<Stage> stages;
    long deal;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void movesADealAndOffersToUndoIt() {
        MvcTestResult result = move(ani, deal, stages.get(2), 0, UUID.randomUUID());

        assertThat(result).hasStatusOk();
        assertThat(result)
                .bodyText()
                .contains(
                        "moved to Initial contact",
                        "data-undo",
                        "column-" + stages.get(0).id());
        assertThat(stageOf(deal)).isEqualTo(stages.get(2).id());
        assertThat(events(deal)).containsExactly("CREATED", "MOVED");
    }

    @Test
    void redirectsAPlainFormToTheBoard() {
        assertThat(mvc.post()
                        .uri("/deals/{id}/stage", deal)
                        .with(as(ani))
                        .with(csrf())
                        .param("stageId", Long.toString(stages.get(1).id()))
                        .param("version", "0"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .startsWith("/board");
    }

    @Test
    void answersAStaleMoveWithTheDealAsItIsNowAndWhoMovedIt() {
        move(ani, deal, stages.get(2), 0, UUID.randomUUID());

        MvcTestResult stale = move(ani, deal, stages.get(4), 0, UUID.randomUUID());

        assertThat(stale).hasStatus(409);
        assertThat(stale)
                .bodyText()
                .contains(
                        "Ani Basuki has meanwhile moved",
                        "data-stage=\"" + stages.get(2).id());
        assertThat(stageOf(deal)).isEqualTo(stages.get(2).id());
    }

    @Test
    void writesOneEventForADoubleSubmit() {
        UUID key = UUID.randomUUID();

        MvcTestResult first = move(ani, deal, stages.get(1), 0, key);
        MvcTestResult second = move(ani, deal, stages.get(1), 0, key);

        assertThat(first).hasStatusOk();
        assertThat(second).hasStatusOk();
        assertThat(events(deal)).containsExactly("CREATED", "MOVED");
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        fixtures.letRepsSee(Visibility.OWN);
        Viewer stranger = fixtures.user("Budi Santoso", Role.REP);

        assertThat(move(stranger, deal, stages.get(1), 0, UUID.randomUUID())).hasStatus(404);
        assertThat(mvc.get().uri("/deals/{id}/stage", deal).with(as(stranger))).hasStatus(404);
        assertThat(stageOf(deal)).isEqualTo(stages.get(0).id());
    }

    @Test
    void refusesAMoveWithoutCsrfToken() {
        assertThat(mvc.post()
                        .uri("/deals/{id}/stage", deal)
                        .with(as(ani))
                        .param("stageId", Long.toString(stages.get(1).id()))
                        .param("version", "0"))
                .hasStatus(403);
    }

    @Test
    void refusesAStageThatDoesNotExist() {
        assertThat(mvc.post()
                        .uri("/deals/{id}/stage", deal)
                        .with(as(ani))
                        .with(csrf())
                        .param("stageId", "999999")
                        .param("version", "0"))
                .hasStatus(404);
    }

    @Test
    void answersNonsenseWithABadRequest() {
        assertThat(mvc.post()
                        .uri("/deals/{id}/stage", deal)
                        .with(as(ani))
                        .with(csrf())
                        .param("stageId", "first")
                        .param("version", "0"))
                .hasStatus(400);
    }

    @Test
    void sendsAScriptWhoseSessionEndedToTheLogin() {
        assertThat(mvc.get().uri("/deals/{id}/stage", deal).header("HX-Request", "true"))
                .hasStatus(401)
                .containsHeader("HX-Redirect");
    }

    private MvcTestResult move(Viewer viewer, long dealId, Stage target, int version, UUID key) {
        return mvc.post()
                .uri("/deals/{id}/stage", dealId)
                .with(as(viewer))
                .with(csrf())
                .header("HX-Request", "true")
                .param("stageId", Long.toString(target.id()))
                .param("from", Long.toString(stages.get(0).id()))
                .param("version", Integer.toString(version))
                .param("key", key.toString())
                .exchange();
    }

    private long stageOf(long dealId) {
        return jdbc.sql("select stage_id from deal where id = :id")
                .param("id", dealId)
                .query(Long.class)
                .single();
    }

    private List<String> events(long dealId) {
        return jdbc.sql("select kind from deal_event where deal_id = :id order by id")
                .param("id", dealId)
                .query(String.class)
                .list();
    }
}
