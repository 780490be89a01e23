package app.tahap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.Viewer;
import app.tahap.contact.Organizations;
import app.tahap.contact.People;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** axe-core finds nothing on any page, in the light and in the dark, wide and phone-narrow. Every page is in a list here. */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organizations organizations;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    Viewer administrator;
    Viewer rep;
    Team team;
    Pipeline pipeline;
    List<Stage> stages;
    long deal;
    long organization;
    long person;
    long kind;
    long activity;

    @BeforeAll
    void prepare() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        administrator = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
        deal = fixtures.deal("Fifty laptops", stages.get(0), administrator);
        organization = Objects.requireNonNull(organizations.findOrCreate("PT Maju Jaya"));
        person = Objects.requireNonNull(people.findOrCreate("Budi Santoso", organization));
        jdbc.sql("update deal set organization_id = :organization, person_id = :person")
                .param("organization", organization)
                .param("person", person)
                .update();
        fixtures.deal("Service contract", stages.get(3), administrator, null, "IDR");
        team = fixtures.team("Jakarta");
        rep = fixtures.user("Budi Santoso", Role.REP, team);
        fixtures.deal("Forklift", stages.get(1), rep);
        kind = jdbc.sql("select min(id) from activity_kind").query(Long.class).single();
        activity = jdbc.sql("""
                        insert into activity (deal_id, kind_id, subject, due_on, assignee_id, created_at, scheduled_at, changed_at)
                        values (:deal, :kind, 'Call them', '2026-05-19', :assignee, now(), now(), now()) returning id
                        """)
                .param("deal", deal)
                .param("kind", kind)
                .param("assignee", administrator.id())
                .query(Long.class)
                .single();
        jdbc.sql("insert into exchange_rate values ('EUR', '2026-05-01', 1.1)").update();
        jdbc.sql("update lead_source set archived_at = now() where label = 'Event'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board",
                "/board?text=nothing+like+it",
                "/deals",
                "/deals/new",
                "/deals?only=DELETED",
                "/deals?stage=1&amountMin=5&only=ROTTING&outcome=WON&outcome=LOST",
                "/deals/{deal}",
                "/deals/{deal}/edit",
                "/deals/{deal}/deletion",
                "/deals/{deal}/stage",
                "/deals/{deal}/outcome?outcome=LOST",
                "/deals/{deal}/parking",
                "/organizations",
                "/organizations?deleted=true",
                "/organizations/new",
                "/organizations/{organization}",
                "/organizations/{organization}/edit",
                "/people",
                "/people?text=nobody",
                "/people/new",
                "/people/{person}",
                "/people/{person}/edit",
                "/profile",
                "/profile/password",
                "/profile/calendar",
                "/my-day",
                "/reviews",
                "/reviews/new",
                "/activities",
                "/activities?from=2026-05-01&state=DONE",
                "/activities/{activity}",
                "/activities/{activity}/completion",
                "/deals/{deal}/activities/new",
                "/deals/{deal}/activities/new?done=true",
                "/settings/activity-kinds",
                "/settings/activity-kinds/{kind}",
                "/profile/notifications",
                "/notifications",
                "/mails",
                "/mail-templates",
                "/mail-templates/new",
                "/deals/{deal}/mails/new",
                "/settings/mail",
                "/settings/playbooks",
                "/settings/playbooks/new",
                "/settings/workspace",
                "/settings/users",
                "/settings/users/new",
                "/settings/users/{rep}",
                "/settings/users/{rep}/deactivation",
                "/settings/teams",
                "/settings/teams/{team}",
                "/settings/teams/{team}/removal",
                "/settings/reasons",
                "/settings/sources",
                "/settings/lists/LOST/{reason}",
                "/settings/rates",
                "/settings/rates/EUR",
                "/settings/rates/EUR/2026-05-01",
                "/settings/pipelines",
                "/settings/pipelines/{pipeline}",
                "/settings/pipelines/{pipeline}/archiving",
                "/settings/pipelines/{pipeline}/stages/new",
                "/settings/stages/{stage}",
                "/settings/stages/{stage}/criteria",
                "/settings/stages/{stage}/merger",
                "/settings/stages/{stage}/removal",
                "/dashboard",
                "/dashboard/exceptions",
                "/imports",
                "/imports/records/new?kind=objections",
            })
    void letsEverybodyUse(String page, Visits visits) {
        check(visits.as(administrator).open(withIds(page)));
    }

    @ParameterizedTest
    @ValueSource(strings = "/login")
    void letsEverybodyUseBeforeLogin(String page, Visits visits) {
        check(visits.stranger().open(page));
    }

    private String withIds(String page) {
        return page.replace("{deal}", Long.toString(deal))
                .replace("{activity}", Long.toString(activity))
                .replace("{kind}", Long.toString(kind))
                .replace("{organization}", Long.toString(organization))
                .replace("{person}", Long.toString(person))
                .replace("{rep}", Long.toString(rep.id()))
                .replace("{team}", Long.toString(team.id()))
                .replace("{pipeline}", Long.toString(pipeline.id()))
                .replace("{reason}", Long.toString(fixtures.reason("LOST")))
                .replace("{stage}", Long.toString(stages.get(3).id()));
    }

    /** An error page is accessible too, but it is not what was meant to be checked. */
    private static void check(Page page) {
        assertThat(page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus"))
                .isEqualTo(200);
        Axe.assertAccessibleEverywhere(page);
    }
}
