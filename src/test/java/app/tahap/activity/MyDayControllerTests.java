package app.tahap.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class MyDayControllerTests extends ActivityScene {

    @Test
    void tellsOverdueFromDueTodayByTheWorkspacesClock() {
        planned("Yesterday's call", TODAY.minusDays(1), null);
        planned("Nine o'clock", TODAY, LocalTime.of(9, 0));
        planned("Eleven o'clock", TODAY, LocalTime.of(11, 0));
        planned("Some time", TODAY, null);
        planned("Next Wednesday", TODAY.plusDays(7), null);
        planned("Far away", TODAY.plusDays(8), null);

        String page = day(ani, "");
        assertThat(part(page, "OVERDUE"))
                .contains("Yesterday&#39;s call", "Nine o&#39;clock")
                .doesNotContain("Eleven");
        assertThat(part(page, "TODAY")).contains("Eleven", "Some time").doesNotContain("Nine", "Next Wednesday");
        assertThat(part(page, "UPCOMING")).contains("Next Wednesday");
        assertThat(page).doesNotContain("Far away");
    }

    /** 20 May ends at 17:00 UTC in Jakarta, and begins at 17:00 UTC the day before. */
    @Test
    void beginsTheDayAtMidnightInTheWorkspacesZone() {
        planned("Some time", TODAY, null);
        clock.turn(Duration.ofHours(13).plusMinutes(59)); // 23:59 in Jakarta
        assertThat(part(day(ani, ""), "TODAY")).contains("Some time");
        assertThat(deals("OVERDUE_NEXT_STEP")).doesNotContain("Fifty laptops");

        clock.turn(Duration.ofMinutes(1));
        assertThat(part(day(ani, ""), "OVERDUE")).contains("Some time");
        assertThat(deals("OVERDUE_NEXT_STEP")).contains("Fifty laptops");
    }

    @Test
    void namesDealsWithoutANextStepAndRottingOnes() {
        jdbc.sql("update stage set rotting_days = 3").update();
        fixtures.deal("Ten printers", stages.get(0), ani);
        planned(TODAY.plusDays(30));
        assertThat(part(day(ani, ""), "STEPLESS")).contains("Ten printers").doesNotContain("Fifty laptops");
        assertThat(day(ani, "")).doesNotContain("day-ROTTING");

        clock.turn(Duration.ofDays(5));
        assertThat(part(day(ani, ""), "ROTTING")).contains("Ten printers", "Fifty laptops", "5 days");
        jdbc.sql("delete from stage_tool").update();
        assertThat(day(ani, "")).doesNotContain("day-STEPLESS");
    }

    @Test
    void showsTheFirstOfManyAndSaysSo() {
        many(300);

        String page = day(ani, "");
        assertThat(page).contains("The first 25 of 300.", "/activities?assignee=" + ani.id() + "&amp;state=OVERDUE");
        assertThat(page.split("class=\"activity is-overdue\"", -1)).hasSize(26);
        assertThat(get(ani, "/activities?assignee=" + ani.id() + "&state=OVERDUE"))
                .bodyText()
                .contains("300 activities", "Page 1 of 6");
    }

    @Test
    void asksTheSameNumberOfQueriesHoweverMuchThereIs() {
        planned(TODAY.minusDays(1));
        planned(TODAY);
        planned(TOMORROW);
        int few = StatementCount.of(() -> day(ani, ""));
        many(300);

        assertThat(StatementCount.of(() -> day(ani, ""))).isEqualTo(few).isLessThanOrEqualTo(16);
    }

    @Test
    void letsManagersSeeTheDaysOfThoseWhoseDealsTheySee() {
        planned(TODAY);
        Viewer citra = fixtures.user("Citra Lestari", Role.MANAGER);

        assertThat(get(citra, "/my-day?user=" + ani.id())).bodyText().contains("Day of Ani Basuki", "Call them");
        assertThat(get(ani, "/my-day?user=" + citra.id())).hasStatus(404);
        assertThat(get(citra, "/my-day?user=999999")).hasStatus(404);
        jdbc.sql("update workspace set manager_visibility = 'TEAM'").update();
        assertThat(get(citra, "/my-day?user=" + ani.id())).hasStatus(404);
    }

    @Test
    void tellsThatSomethingIsHiddenFromItsAssignee() {
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        activities.plan(deal, new ActivityPlan(call, "Secret call", TODAY, null, null, budi.id()), null, ani);
        assertThat(day(budi, "")).contains("Secret call");

        fixtures.letRepsSee(Visibility.OWN);
        assertThat(day(fixtures.viewer(budi.id()), ""))
                .doesNotContain("Secret call")
                .contains("One activity is about deals that you may not see.");
    }

    @Test
    void completesInPlaceAndAsksWhatIsNext() {
        long planned = planned(TODAY);

        assertThat(post(ani, "/activities/" + planned + "/completion", "version", 0, "view", "DAY"))
                .redirectedUrl()
                .isEqualTo("/my-day?next=" + planned);
        assertThat(day(ani, "?next=" + planned)).contains("What is next?", "Nothing is planned about “Fifty laptops”.");
        planned(TOMORROW);
        assertThat(day(ani, "?next=" + planned)).doesNotContain("What is next?");
        assertThat(day(ani, "?next=999999")).doesNotContain("What is next?");
    }

    @Test
    void addsAnActivityToTheDealThatIsNamed() {
        assertThat(add("Fifty laptops")).hasStatus(302);
        assertThat(add("fifty LAPTOPS (#%d)".formatted(deal))).hasStatus(302);
        assertThat(add("Sixty laptops")).hasStatus(422).bodyText().contains("There is no open deal of this title.");
        fixtures.deal("Fifty laptops", stages.get(1), ani);
        assertThat(add("Fifty laptops")).hasStatus(422).bodyText().contains("Several open deals have this title.");
        assertThat(add("")).hasStatus(422).bodyText().contains("Please say which deal it is about.");
        assertThat(count("activity")).isEqualTo(2);

        assertThat(get(ani, "/my-day/deals?organization=LAPT"))
                .bodyText()
                .contains("value=\"Fifty laptops (#%d)\"".formatted(deal));
        assertThat(get(stranger(), "/my-day/deals?organization=LAPT"))
                .bodyText()
                .doesNotContain("Fifty");
    }

    private void many(int count) {
        jdbc.sql("""
                        insert into activity (deal_id, kind_id, subject, due_on, assignee_id, created_at, scheduled_at, changed_at)
                        select :deal, :kind, 'Call ' || n, date '2026-05-01', :assignee, now(), now(), now()
                          from generate_series(1, :count) n
                        """)
                .param("deal", deal)
                .param("kind", call)
                .param("assignee", ani.id())
                .param("count", count)
                .update();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult add(String named) {
        return post(
                ani, "/my-day/activities", "deal", named, "kind", call, "subject", "Call them", "due", "2026-05-21");
    }

    private String day(Viewer viewer, String query) {
        return text(get(viewer, "/my-day" + query));
    }

    private String deals(String trait) {
        return text(get(ani, "/deals?only=" + trait));
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The section of a part of the day. */
    private static String part(String page, String name) {
        int start = page.indexOf("id=\"day-" + name);
        assertThat(start).as(name).isPositive();
        return page.substring(start, page.indexOf("</section>", start));
    }
}
