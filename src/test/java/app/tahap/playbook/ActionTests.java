package app.tahap.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What playbooks do, and of which deals. */
class ActionTests extends PlaybookScene {

    long playbook;

    @BeforeEach
    void preparePlaybook() {
        playbook = entering("Welcome");
    }

    private void fire() {
        playbooks.switchOn(playbook);
        move(deal, 1);
        jobs.doWhatIsDue();
    }

    private ActionForm form(@Nullable Long user, @Nullable Long toTeam) {
        return new ActionForm(null, null, "14", null, user, toTeam, null, null, null, UUID.randomUUID());
    }

    private static ActionForm tell(Recipient to, @Nullable Long user) {
        return new ActionForm(
                "Look at {{deal.title}} of {{organization.name}}",
                null,
                null,
                to,
                user,
                null,
                null,
                null,
                null,
                UUID.randomUUID());
    }

    private List<String> told() {
        return jdbc.sql("""
                        select u.name || ': ' || (n.arguments -> 1 ->> 'value') from notification n join users u on u.id = n.user_id
                         order by u.name
                        """).query(String.class).list();
    }

    @ParameterizedTest
    @CsvSource({"OWNER, Ani Basuki", "MANAGERS, Maya Putri", "USER, Admin"})
    void tellsWhoIsMeant(Recipient to, String who) {
        act(playbook, ActionKind.NOTIFICATION, tell(to, to == Recipient.USER ? admin.id() : null));

        fire();

        assertThat(told()).containsExactly(who + ": Look at Fifty laptops of –");
        assertThat(page(admin, "/deals/" + deal)).contains("Playbook “Welcome” told " + who);
    }

    @Test
    void tellsTheAdministratorsWhereATeamHasNoManager() {
        jdbc.sql("update users set team_id = null where id = :id")
                .param("id", manager.id())
                .update();
        act(playbook, ActionKind.NOTIFICATION, tell(Recipient.MANAGERS, null));

        fire();

        assertThat(told()).containsExactly("Admin: Look at Fifty laptops of –");
    }

    @Test
    void tellsNobodyWhoMayNotSeeTheDeal() {
        fixtures.letRepsSee(Visibility.OWN);
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        act(playbook, ActionKind.NOTIFICATION, tell(Recipient.USER, budi.id()));

        fire();

        assertThat(runs()).containsExactly("FAILED playbook.failed.blind");
        assertThat(told()).isEmpty();
    }

    @Test
    void plansNothingForWhoMayNotSeeTheDeal() {
        fixtures.letRepsSee(Visibility.OWN);
        act(
                playbook,
                ActionKind.ACTIVITY,
                activity("Call", fixtures.user("Budi Santoso", Role.REP).id()));

        fire();

        assertThat(runs()).containsExactly("FAILED activity.assignee.blind");
    }

    @Test
    void assignsTheDealAndGoesOnWithTheNewOwner() {
        Viewer budi = fixtures.user("Budi Santoso", Role.REP, team);
        act(playbook, ActionKind.ASSIGNMENT, form(budi.id(), null));
        plan(playbook);

        fire();

        assertThat(activities()).containsExactly("Call Fifty laptops 2026-05-21 Budi Santoso");
        assertThat(journal()).containsExactly("playbook.journal.assigned", "playbook.journal.activity");
        assertThat(events().get(2)).isEqualTo("AMENDED");
    }

    @Test
    void dealsOutInTurnAmongThoseOfATeamWhoAreHere() {
        fixtures.user("Budi Santoso", Role.REP, team);
        act(playbook, ActionKind.ASSIGNMENT, form(null, team.getId()));
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", manager.id())
                .update();
        playbooks.switchOn(playbook);

        for (int i = 0; i < 4; i++) {
            fixtures.deal("Deal " + i, stages.get(1), ani);
        }
        jobs.doWhatIsDue();

        assertThat(jdbc.sql(
                                "select u.name from deal d join users u on u.id = d.owner_id where d.title like 'Deal %' order by d.title")
                        .query(String.class)
                        .list())
                .containsExactly("Ani Basuki", "Budi Santoso", "Ani Basuki", "Budi Santoso");
    }

    @Test
    void saysThatNobodyOfATeamIsLeft() {
        act(playbook, ActionKind.ASSIGNMENT, form(null, fixtures.team("Bali").getId()));

        fire();

        assertThat(runs()).containsExactly("FAILED playbook.failed.team");
    }

    @Test
    void setsTheExpectedCloseAndTheSource() {
        long source =
                jdbc.sql("select min(id) from lead_source").query(Long.class).single();
        act(playbook, ActionKind.EXPECTED_CLOSE, form(null, null));
        act(playbook, ActionKind.SOURCE, sourced(source));

        fire();

        assertThat(jdbc.sql("select expected_close || ' ' || source_id from deal")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-06-03 " + source);
    }

    @Test
    void refusesASourceThatWasArchived() {
        long source =
                jdbc.sql("select min(id) from lead_source").query(Long.class).single();
        act(playbook, ActionKind.SOURCE, sourced(source));
        jdbc.sql("update lead_source set archived_at = now() where id = :id")
                .param("id", source)
                .update();

        fire();

        assertThat(runs()).containsExactly("FAILED playbook.failed.source");
    }

    private static ActionForm sourced(long source) {
        return new ActionForm(null, null, null, null, null, null, null, source, null, UUID.randomUUID());
    }

    @Test
    void fillsInACustomField() {
        long field = field("TEXT", "Region");
        parts.addAction(
                playbook, ActionKind.FIELD, form(null, null), new PlaybookParts.FieldSetting(field, "\"West\""));

        fire();

        assertThat(jdbc.sql("select fields ->> :field from deal")
                        .param("field", Long.toString(field))
                        .query(String.class)
                        .single())
                .isEqualTo("West");
        assertThat(journal()).containsExactly("playbook.journal.field");
    }

    @Test
    void refusesAFieldThatWasArchived() {
        long field = field("TEXT", "Region");
        parts.addAction(
                playbook, ActionKind.FIELD, form(null, null), new PlaybookParts.FieldSetting(field, "\"West\""));
        jdbc.sql("update custom_field set archived_at = now()").update();

        fire();

        assertThat(runs()).containsExactly("FAILED playbook.failed.field");
    }

    private long field(String type, String name) {
        return jdbc.sql("""
                        insert into custom_field (kind, type, name, required, position)
                        values ('DEAL', :type, :name, false, 1) returning id
                        """)
                .param("type", type)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    @Test
    void movesTheDealByTheSameRules() {
        act(playbook, ActionKind.MOVE, move(2));
        fire();
        assertThat(runs()).containsExactly("DONE");
        assertThat(events()).last().isEqualTo("MOVED");
        assertThat(page(ani, "/deals/" + deal)).contains("Playbook “Welcome” moved the deal to “");
    }

    @Test
    void movesNothingForWhichARequiredCriterionIsMissing() {
        jdbc.sql("""
                        insert into exit_criterion (stage_id, kind, required, position) values (:stage, 'EXPECTED_CLOSE', true, 1)
                        """).param("stage", stage(1)).update();
        act(playbook, ActionKind.MOVE, move(2));

        fire();

        assertThat(runs()).containsExactly("FAILED playbook.failed.criteria");
        assertThat(page(ani, "/deals/" + deal)).contains("Action 1: Something that “", "requires is missing");
    }

    @Test
    void movesNothingToAStageThatWasRemoved() {
        act(playbook, ActionKind.MOVE, move(2));
        jdbc.sql("update stage set archived_at = now() where id = :id")
                .param("id", stage(2))
                .update();

        fire();

        assertThat(runs()).containsExactly("FAILED deal.move.archived");
    }

    @ParameterizedTest
    @CsvSource({
        "AMOUNT_MIN, 1000, true",
        "AMOUNT_MIN, 1000.01, false",
        "AMOUNT_MAX, 1000, false",
        "AMOUNT_MAX, 1001, true",
        "SCORE_MIN, 40, true",
        "SCORE_MIN, 41, false",
        "SCORE_MAX, 40, false",
        "SCORE_MAX, 41, true",
        "NO_NEXT_STEP, '', true",
    })
    void asksWhatMustHold(ConditionKind kind, String value, boolean holds) {
        jdbc.sql("update deal set score = 40").update();
        ask(playbook, kind, value);
        plan(playbook);

        fire();

        assertThat(runs()).containsExactly(holds ? "DONE" : "SKIPPED playbook.condition." + kind + ".said");
        assertThat(activities()).hasSize(holds ? 1 : 0);
    }

    @Test
    void convertsAmountsBeforeItComparesThem() {
        jdbc.sql("insert into exchange_rate (currency, rate, valid_from) values ('EUR', 2, date '2026-01-01')")
                .update();
        jdbc.sql("update deal set currency = 'EUR'").update();
        ask(playbook, ConditionKind.AMOUNT_MIN, "2000");
        plan(playbook);

        fire();

        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void asksForOwnerTeamSourceTagAndChoice() {
        long tag = jdbc.sql("insert into tag (label, position) values ('VIP', 1) returning id")
                .query(Long.class)
                .single();
        long source =
                jdbc.sql("select min(id) from lead_source").query(Long.class).single();
        long field = field("CHOICE", "Region");
        long west = jdbc.sql(
                        "insert into custom_field_choice (field_id, label, position) values (:field, 'West', 1) returning id")
                .param("field", field)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "update deal set tag_ids = array[:tag::bigint], source_id = :source, fields = jsonb_build_object(:field, :west)")
                .param("tag", tag)
                .param("source", source)
                .param("field", Long.toString(field))
                .param("west", west)
                .update();
        ask(playbook, ConditionKind.OWNER, Long.toString(ani.id()));
        ask(playbook, ConditionKind.TEAM, String.valueOf(team.getId()));
        ask(playbook, ConditionKind.SOURCE, Long.toString(source));
        ask(playbook, ConditionKind.TAG, Long.toString(tag));
        ask(playbook, ConditionKind.FIELD, field + "-" + west);
        plan(playbook);

        fire();
        assertThat(runs()).containsExactly("DONE");

        jdbc.sql("update deal set fields = '{}'").update();
        move(deal, 0);
        move(deal, 1);
        jobs.doWhatIsDue();

        assertThat(runs()).containsExactly("DONE", "SKIPPED playbook.condition.FIELD.said");
    }
}
