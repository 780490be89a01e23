package app.tahap.closing;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandoverTests extends ClosingScene {

    @Test
    void plansTheHandOverOnceADealIsWon() {
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        add("Introduce the project manager", "1", null);
        add("Send the contract", "0", budi.id());

        win();

        assertThat(planned())
                .containsExactly(
                        "Send the contract 2026-05-20 Budi Santoso",
                        "Introduce the project manager 2026-05-21 Ani Basuki");
        assertThat(page(ani, "/deals/" + deal))
                .contains("panel-aftermath", "Introduce the project manager", "21 May 2026");
        assertThat(page(ani, "/my-day")).contains("Introduce the project manager");
    }

    @Test
    void takesItBackWithTheWinningAndDoublesNothing() {
        add("Introduce the project manager", "1", null);
        win();
        undo();
        assertThat(planned()).isEmpty();

        clock.turn(Duration.ofDays(1));
        win();
        assertThat(planned()).containsExactly("Introduce the project manager 2026-05-22 Ani Basuki");
        reopen();
        undo();
        assertThat(planned()).containsExactly("Introduce the project manager 2026-05-22 Ani Basuki");
    }

    @Test
    void fallsToTheOwnerWhereSomebodyMayNotSeeTheDeal() {
        Viewer citra = fixtures.user("Citra Dewi", Role.REP);
        add("Check the stock", "0", citra.id());
        fixtures.letRepsSee(Visibility.OWN);

        win();

        assertThat(planned()).containsExactly("Check the stock 2026-05-20 Ani Basuki");
    }

    @Test
    void ticksItOffWhereItStands() {
        add("Introduce the project manager", "1", null);
        win();
        long activity = jdbc.sql("select id from activity").query(Long.class).single();
        String form = "action=\"/activities/" + activity + "/completion\"";
        assertThat(page(ani, "/deals/" + deal).split("History")[0].split("panel-aftermath")[1])
                .contains(form, "aria-label=\"Done: Introduce the project manager\"");

        assertThat(post(ani, "/activities/" + activity + "/completion", "version", 0, "view", "DEAL"))
                .hasStatus3xxRedirection();

        assertThat(page(ani, "/deals/" + deal)).doesNotContain(form);
    }

    @Test
    void keepsWhatWasDone() {
        add("Introduce the project manager", "1", null);
        win();
        long activity = jdbc.sql("select id from activity").query(Long.class).single();
        assertThat(post(ani, "/activities/" + activity + "/completion", "version", 0))
                .hasStatus3xxRedirection();

        undo();
        win();

        assertThat(jdbc.sql("select count(*) from activity where deleted_at is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void remindsToLookAgainAtALostDeal() {
        lose("told[lookAgain]", "2026-08-01");

        assertThat(planned()).containsExactly("Look at the lost deal again 2026-08-01 Ani Basuki");
        assertThat(page(ani, "/deals/" + deal)).contains("panel-aftermath", "1 Aug 2026", "wants to look at it again");
        undo();
        assertThat(planned()).isEmpty();
    }

    @Test
    void remindsAgainOnceAReopeningIsTakenBack() {
        lose("told[lookAgain]", "2026-08-01");
        reopen();
        assertThat(planned()).isEmpty();

        undo();

        assertThat(planned()).containsExactly("Look at the lost deal again 2026-08-01 Ani Basuki");
    }

    @Test
    void refusesWhatMakesNoItem() {
        for (String days : new String[] {"-1", "366", "soon", ""}) {
            assertThat(post(admin, "/settings/handover", "pipeline", pipeline.id(), "text", "Call", "days", days))
                    .as(days)
                    .hasStatus(422)
                    .bodyText()
                    .contains("A whole number of days from 0 to 365", "value=\"Call\"");
        }
        assertThat(post(admin, "/settings/handover", "pipeline", pipeline.id(), "text", " ", "days", "1"))
                .hasStatus(422);
        assertThat(post(
                        admin,
                        "/settings/handover",
                        "pipeline",
                        pipeline.id(),
                        "text",
                        "Call",
                        "days",
                        "1",
                        "assignee",
                        999_999))
                .hasStatus(422);
        assertThat(page(admin, "/settings/handover")).contains("Nothing is planned when a deal is won.");
    }

    @Test
    void editsArchivesAndRestoresAnItem() {
        add("Introduce", "1", null);
        long id = jdbc.sql("select id from handover_item").query(Long.class).single();
        assertThat(page(admin, "/settings/handover/" + id)).contains("value=\"Introduce\"");

        post(admin, "/settings/handover/" + id, "text", "Introduce all", "days", "3", "version", 0);
        assertThat(post(admin, "/settings/handover/" + id, "text", "Late", "days", "3", "version", 0))
                .hasStatus(409);
        post(admin, "/settings/handover/" + id + "/archive");
        win();
        assertThat(planned()).isEmpty();
        post(admin, "/settings/handover/" + id + "/restoration");
        assertThat(page(admin, "/settings/handover")).contains("Introduce all", "3 days after");
        assertThat(post(admin, "/settings/handover/" + id + "/place")).hasStatus3xxRedirection();
    }

    private void add(String text, String days, @Nullable Long assignee) {
        assertThat(post(
                        admin,
                        "/settings/handover",
                        "pipeline",
                        pipeline.id(),
                        "text",
                        text,
                        "days",
                        days,
                        "assignee",
                        assignee == null ? "" : assignee))
                .hasStatus3xxRedirection();
    }

    private List<String> planned() {
        return jdbc.sql("""
                        select a.subject || ' ' || a.due_on || ' ' || u.name from activity a join users u on u.id = a.assignee_id
                         where a.deleted_at is null and a.done_at is null order by a.due_on, a.id
                        """).query(String.class).list();
    }
}
