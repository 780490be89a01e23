package app.tahap.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Workspace;
import app.tahap.account.WorkspaceRepository;
import app.tahap.deal.StageStays;
import app.tahap.pipeline.PipelineTemplates;
import app.tahap.pipeline.Template;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleDataTests {

    /** Everything but ids and ranks, which the database and chance give. */
    private static final String EVERYTHING = """
            select d.title, o.name as customer, e.kind, e.stage_position, e.outcome, e.amount, e.currency, e.rate,
                   e.expected_close, e.parked_until, u.name as owner, e.occurred_at
              from deal_event e
              join deal d on d.id = e.deal_id
              join users u on u.id = e.owner_id
              left join organization o on o.id = d.organization_id
             order by e.occurred_at, d.title, o.name, e.kind
            """;

    private static final String STAYS = """
            select deal_id, stage_id, stage_position, entered_at, entered_by, entry, left_at, left_by, exit
              from stage_stay order by entered_by
            """;

    @Autowired
    SampleData sample;

    @Autowired
    Fixtures fixtures;

    @Autowired
    WorkspaceRepository workspaces;

    @Autowired
    PipelineTemplates templates;

    @Autowired
    StageStays stays;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private @Nullable List<Object> filled;

    @Test
    void hasApprovalsAndTerms() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);

        assertThat(count("discount_rule where rep_discount = 15")).isOne();
        assertThat(count("approval_request")).isEqualTo(2);
        assertThat(count("approval_decision where outcome = 'APPROVED'")).isOne();
        assertThat(count("negotiation_term where status = 'OPEN' and deadline is not null"))
                .isEqualTo(5);
        assertThat(count("negotiation_term where activity_id is not null")).isEqualTo(4);
    }

    @Test
    void hasProposalsWorthAboutWhatTheirDealsAre() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);

        assertThat(texts("select distinct status from proposal_version"))
                .containsExactlyInAnyOrder("DRAFT", "SENT", "ACCEPTED", "DECLINED");
        assertThat(count("""
                proposal_version v join proposal p on p.id = v.proposal_id join deal d on d.id = p.deal_id
                 where v.net not between d.amount * 0.6 and d.amount * 1.5""")).isZero();
    }

    @Test
    void hasAnswersNeedsSignalsAndLosses() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);

        assertThat(count("deal_answer where given")).isGreaterThan(300);
        assertThat(count("deal_need")).isGreaterThan(100);
        assertThat(count("deal where ready_since is not null and outcome = 'OPEN'"))
                .isBetween(3, 60);
        assertThat(count("deal_loss where competitor_id is not null")).isGreaterThan(30);
        assertThat(count("deal_answer where answered_at > timestamptz '2026-05-20T03:00:00Z'"))
                .isZero();
    }

    @Test
    void hasAReviewOfAWeekAgoWithDecisions() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);

        assertThat(count("review where ended_at < timestamptz '2026-05-14T00:00:00Z'"))
                .isEqualTo(1);
        assertThat(count("review_deal where decision is not null")).isBetween(15, 29);
        assertThat(count("review_deal where seen_at is null")).isPositive();
        assertThat(count("deal_journal where message = 'review.journal.decided'"))
                .isEqualTo(count("review_deal where decision is not null"));
        assertThat(
                        count(
                                "review_deal x join deal d on d.id = x.deal_id cross join review r where d.created_at > r.started_at"))
                .isZero();
    }

    @Test
    void hasObjectionsWithAnswersThatWorked() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);

        assertThat(count("objection")).isGreaterThan(100);
        assertThat(count("(select distinct stage_id from objection) s")).isGreaterThan(1);
        assertThat(texts("select distinct outcome from objection"))
                .containsExactlyInAnyOrder("OPEN", "RESOLVED", "CONCEDED");
        assertThat(count("objection where outcome = 'RESOLVED' and answer is null"))
                .isZero();
        assertThat(count("objection o join stage_stay y on y.deal_id = o.deal_id and y.stage_id = o.stage_id"
                        + " where o.raised_at >= y.entered_at and o.raised_at <= coalesce(y.left_at, o.raised_at)"))
                .as("raised while the deal was in the stage")
                .isGreaterThanOrEqualTo(count("objection"));
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void hasDealsInEveryStageAndWithEveryOutcome(Template template) {
        fill(template, "USD", Locale.ENGLISH);

        assertThat(count("deal")).isBetween(400, 600);
        assertThat(texts("select distinct outcome from deal"))
                .containsExactlyInAnyOrder("OPEN", "WON", "LOST", "DISQUALIFIED");
        assertThat(count("deal where outcome = 'OPEN'")).isBetween(60, 250);
        assertThat(count("deal where outcome = 'WON'")).isGreaterThan(60);
        assertThat(count(
                        "stage s where not exists (select from deal d where d.stage_id = s.id and d.outcome = 'OPEN')"))
                .isZero();
        assertThat(texts("select distinct kind from deal_event"))
                .contains(
                        "CREATED",
                        "MOVED",
                        "AMENDED",
                        "WON",
                        "LOST",
                        "DISQUALIFIED",
                        "PARKED",
                        "WOKEN",
                        "REOPENED",
                        "UNDONE",
                        "DELETED");
        assertThat(count("deal where outcome in ('LOST', 'DISQUALIFIED') and reason_id is null"))
                .isZero();
    }

    @Test
    void hasRatedDealsOfWhichTheGoodOnesScoreHigher() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);

        assertThat(count("deal where score is not null")).isBetween(250, 560);
        assertThat(count("deal where score is null and outcome = 'OPEN'")).isPositive();
        assertThat(count("deal where score < 30 and outcome = 'OPEN'")).isPositive();
        assertThat(jdbc.sql("""
                                select (select avg(score) from deal where outcome = 'WON')
                                     > (select avg(score) + 20 from deal where outcome = 'DISQUALIFIED')
                                """).query(Boolean.class).single()).isTrue();
        assertThat(count("deal_journal where message = 'qualification.journal.rated'"))
                .isPositive();
    }

    @Test
    void showsWhatARealPipelineShows() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);

        assertThat(count("deal where outcome = 'OPEN' and parked_until > date '2026-05-20'"))
                .isPositive();
        assertThat(count("deal where amount is null")).isBetween(5, 60);
        assertThat(count("deal where currency = 'EUR'")).isBetween(15, 70);
        assertThat(count("deal_event where rate is null")).isZero();
        assertThat(count("deal_note")).isGreaterThan(200);
        assertThat(count("""
                deal d join stage s on s.id = d.stage_id
                 where d.outcome = 'OPEN' and timestamptz '2026-05-20 03:00Z' - d.stage_entered_at > s.rotting_days * interval '1 day'""")).isBetween(5, 60);
        assertThat(
                        count(
                                "stage_stay s join stage_stay n on n.entered_by = s.left_by where n.stage_position > s.stage_position + 1"))
                .as("skipped stages")
                .isPositive();
        assertThat(
                        count(
                                "stage_stay s join stage_stay n on n.entered_by = s.left_by where n.stage_position < s.stage_position"))
                .as("returns")
                .isPositive();
        assertThat(count("(select owner_id from deal where outcome = 'WON' group by owner_id) o"))
                .isEqualTo(8);
        assertThat(count("users where role = 'MANAGER'")).isEqualTo(2);
        assertThat(count("users where password_hash is not null")).isEqualTo(1);
        assertThat(count("organization")).isEqualTo(60);
        assertThat(count("person")).isBetween(85, 100);
    }

    @Test
    void coversTwelveMonthsAndNothingAfterNow() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);

        assertThat(count("(select distinct date_trunc('month', occurred_at) from deal_event) m"))
                .isBetween(12, 13);
        Timestamp now = Timestamp.from(TestClock.START);
        assertThat(after("deal_event where occurred_at > :now or recorded_at > :now", now))
                .isZero();
        assertThat(after("stage_stay where entered_at > :now or left_at > :now", now))
                .isZero();
        assertThat(after("deal_note where created_at > :now", now)).isZero();
        assertThat(after("deal where last_event_at > :now or last_activity_at > :now or created_at > :now", now))
                .isZero();
        assertThat(after(
                        "deal_event where occurred_at < :now",
                        Timestamp.from(TestClock.START.minus(Duration.ofDays(366)))))
                .isZero();
    }

    /** A company whose figures collapse within a quarter would tell a story that is not meant. */
    @Test
    void goesOnSteadilyOnceDealsHaveHadTimeToBeWon() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);

        for (int quarter = 0; quarter < 3; quarter++) {
            assertThat(jdbc.sql("""
                            select avg((outcome = 'WON')::int) from deal
                             where outcome in ('WON', 'LOST') and closed_at >= :from and closed_at < :until""")
                            .param("from", Timestamp.from(TestClock.START.minus(Duration.ofDays(91L * (quarter + 1)))))
                            .param("until", Timestamp.from(TestClock.START.minus(Duration.ofDays(91L * quarter))))
                            .query(Double.class)
                            .single())
                    .as("win rate of a quarter, %d quarters ago", quarter)
                    .isBetween(0.25, 0.55);
        }
    }

    @Test
    void keepsStaysThatFollowFromTheLog() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);
        List<Map<String, Object>> kept = jdbc.sql(STAYS).query().listOfRows();

        stays.rebuild();

        assertThat(jdbc.sql(STAYS).query().listOfRows()).isEqualTo(kept).isNotEmpty();
        assertThat(count("""
                deal d where d.outcome = 'OPEN' and not exists (select from stage_stay s
                       where s.deal_id = d.id and s.left_at is null and s.stage_id = d.stage_id
                         and s.entered_at = d.stage_entered_at)""")).isZero();
    }

    @Test
    void isTheSameAtTheSameMoment() {
        fill(Template.SEVEN, "USD", Locale.ENGLISH);
        List<Map<String, Object>> first = jdbc.sql(EVERYTHING).query().listOfRows();

        fillAnew(Template.SEVEN, "USD", Locale.ENGLISH);

        assertThat(jdbc.sql(EVERYTHING).query().listOfRows()).isEqualTo(first).hasSizeGreaterThan(2000);
    }

    @Test
    void speaksIndonesianAndCountsInMillionsOfRupiah() {
        fill(Template.SEVEN, "IDR", Locale.forLanguageTag("id"));

        assertThat(texts("select distinct title from deal"))
                .contains("Panel surya atap")
                .doesNotContain("Rooftop solar panels");
        assertThat(jdbc.sql(
                                "select percentile_cont(0.5) within group (order by amount) from deal where currency = 'IDR'")
                        .query(Double.class)
                        .single())
                .isBetween(10e6, 200e6);
        assertThat(count("exchange_rate where currency = 'USD'")).isEqualTo(13);
    }

    /** The company is filled in once for all tests that look at the same one, which takes seconds. */
    private void fill(Template template, String currency, Locale language) {
        List<Object> wanted = List.of(template, currency, language);
        if (!wanted.equals(filled)) {
            fillAnew(template, currency, language);
            filled = wanted;
        }
    }

    private void fillAnew(Template template, String currency, Locale language) {
        fixtures.clear();
        transactions.executeWithoutResult(status -> {
            workspaces.save(new Workspace(
                    "Nusantara", Currency.getInstance(currency), ZoneId.of("Asia/Jakarta"), language, TestClock.START));
            long pipeline = templates.createFirst(template, language).id();
            sample.create(fixtures.user("Adi Nugraha", Role.ADMINISTRATOR).id(), pipeline);
        });
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private int after(String what, Timestamp now) {
        return jdbc.sql("select count(*) from " + what)
                .param("now", now)
                .query(Integer.class)
                .single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
