package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineFixtures;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class DealImportTests {

    private static final Instant JANUARY = Instant.parse("2025-01-10T02:00:00Z");
    private static final Instant MARCH = Instant.parse("2025-03-20T02:00:00Z");
    private static final Instant MAY = Instant.parse("2025-05-05T02:00:00Z");

    @Autowired
    DealImport imports;

    @Autowired
    DealList list;

    @Autowired
    StageStays stays;

    @Autowired
    DealService service;

    @Autowired
    Fixtures fixtures;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    List<Stage> stages;
    long importId;

    @BeforeEach
    void prepare() {
        Pipeline sales = fixtures.workspace();
        stages = fixtures.stages(sales);
        ani = fixtures.user("Ani Basuki", Role.MANAGER);
        importId = jdbc.sql("""
                        insert into deal_import (file_name, file_size, status, settings, uploaded_by, uploaded_at)
                        values ('deals.csv', 1, 'RUNNING', '{}', :ani, now()) returning id
                        """).param("ani", ani.id()).query(Long.class).single();
    }

    @Test
    void keepsTheDatesOfAWonDealAndMarksItsHistory() {
        write(past("A", stages.get(0), false, JANUARY, null, Outcome.WON, MARCH));

        assertThat(deal("A"))
                .containsEntry("outcome", "WON")
                .containsEntry("created", "2025-01-10")
                .containsEntry("closed", "2025-03-20")
                .containsEntry("closing_owner_id", ani.id())
                .containsEntry("created_known", true)
                .containsEntry("import_id", importId);
        assertThat(events("A"))
                .containsExactly("IMPORTED 2025-01-10 imported unknown", "WON 2025-03-20 imported unknown");
        assertThat(count("deal_event where recorded_at <> '" + TestClock.START + "'"))
                .isZero();
    }

    @Test
    void countsNothingAsEnteredOnTheDayOfTheImport() {
        write(
                past("A", stages.get(2), true, JANUARY, JANUARY, Outcome.OPEN, null),
                past("B", stages.get(3), true, JANUARY, MARCH, Outcome.LOST, MAY),
                past("C", stages.get(0), true, null, null, Outcome.OPEN, null));

        assertThat(count("stage_stay where stage_known and entered_at >= '2026-01-01'"))
                .isZero();
        assertThat(count("deal where created_known and created_at >= '2026-01-01'"))
                .isZero();
    }

    @Test
    void tellsWhenADealEnteredItsStageApartFromItsCreation() {
        write(past("A", stages.get(3), true, JANUARY, MARCH, Outcome.OPEN, null));

        assertThat(events("A"))
                .containsExactly("IMPORTED 2025-01-10 imported unknown", "MOVED 2025-03-20 imported known");
        assertThat(stays("A")).containsExactly("1 2025-01-10 unknown", "4 2025-03-20 known");
    }

    @Test
    void doesNotClaimThatADealHasAlwaysBeenInItsStage() {
        write(
                past("A", stages.get(3), true, JANUARY, null, Outcome.OPEN, null),
                past("B", stages.get(0), true, JANUARY, null, Outcome.OPEN, null));

        assertThat(stays("A")).containsExactly("4 2025-01-10 unknown");
        assertThat(stays("B")).containsExactly("1 2025-01-10 known");
    }

    @Test
    void admitsThatItDoesNotKnowWhenADealWasCreated() {
        write(
                past("A", stages.get(0), true, null, null, Outcome.OPEN, null),
                past("B", stages.get(0), false, null, null, Outcome.WON, MARCH),
                past("C", stages.get(2), true, null, JANUARY, Outcome.OPEN, null));

        assertThat(deal("A")).containsEntry("created_known", false).containsEntry("created", "2026-05-20");
        assertThat(deal("B")).containsEntry("created_known", false).containsEntry("created", "2025-03-20");
        assertThat(deal("C")).containsEntry("created_known", false).containsEntry("created", "2025-01-10");
        assertThat(stays("A")).containsExactly("1 2026-05-20 unknown");
        assertThat(stays("C")).containsExactly("3 2025-01-10 known");
    }

    @Test
    void keepsStaysThatFollowFromTheLog() {
        write(
                past("A", stages.get(3), true, JANUARY, MARCH, Outcome.OPEN, null),
                past("B", stages.get(3), true, JANUARY, MARCH, Outcome.LOST, MAY),
                past("C", stages.get(0), false, null, null, Outcome.WON, MARCH));
        List<Map<String, Object>> kept = allStays();

        stays.rebuild();

        assertThat(allStays()).isEqualTo(kept).hasSize(5);
    }

    @Test
    void valuesEveryEventAtTheRateOfItsDay() {
        jdbc.sql(
                        "insert into exchange_rate (currency, valid_from, rate) values ('EUR', '2025-01-01', 1.04), ('EUR', '2025-03-01', 1.08)")
                .update();
        PastDeal euros = past("A", stages.get(0), false, JANUARY, null, Outcome.WON, MARCH, "EUR");
        PastDeal older = past(
                "B",
                stages.get(0),
                false,
                Instant.parse("2024-12-01T00:00:00Z"),
                null,
                Outcome.WON,
                Instant.parse("2024-12-30T00:00:00Z"),
                "EUR");

        write(euros, older, past("C", stages.get(0), false, JANUARY, null, Outcome.WON, MARCH));

        assertThat(rates("A")).containsExactly(new BigDecimal("1.04"), new BigDecimal("1.08"));
        assertThat(rates("B")).isEmpty();
        assertThat(rates("C")).containsExactly(BigDecimal.ONE, BigDecimal.ONE);
        assertThat(jdbc.sql("select trim_scale(rate) from deal where external_id = 'A'")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("1.08");
    }

    @Test
    void leavesCardsThatPeoplePlacedOnTop() {
        fixtures.deal("Placed before", stages.get(2), ani);

        write(
                past("A", stages.get(2), true, JANUARY, JANUARY, Outcome.OPEN, null),
                past("B", stages.get(2), true, MARCH, MARCH, Outcome.OPEN, null));
        write(past("C", stages.get(2), true, MARCH, MARCH, Outcome.OPEN, null));

        assertThat(jdbc.sql("select title from deal order by rank")
                        .query(String.class)
                        .list())
                .containsExactly("Placed before", "Deal A", "Deal B", "Deal C");
    }

    @Test
    void lostDealsMayCloseWithoutAReasonThatNobodyRecorded() {
        write(past("A", stages.get(0), false, JANUARY, null, Outcome.LOST, MARCH));

        assertThat(deal("A")).containsEntry("outcome", "LOST").containsEntry("reason_id", null);
    }

    @Test
    void importedDealsMoveOnAsAnyOther() {
        write(past("A", stages.get(3), true, JANUARY, null, Outcome.OPEN, null));
        long id = jdbc.sql("select id from deal").query(Long.class).single();

        service.move(id, new DealMove(stages.get(4).id(), null, null, 0, null), ani);
        service.close(id, Outcome.WON, null, null, fixtures.version(id), null, ani);

        assertThat(stays("A")).containsExactly("4 2025-01-10 unknown", "5 2026-05-20 known");
        assertThat(count("deal where outcome = 'WON' and closed_at = '" + TestClock.START + "'"))
                .isOne();
    }

    @Test
    void learnsNothingOfAStayFromWhatHappensDuringIt() {
        write(past("A", stages.get(3), true, JANUARY, null, Outcome.OPEN, null));
        long id = jdbc.sql("select id from deal").query(Long.class).single();
        service.park(id, LocalDate.of(2026, 8, 1), 0, null, ani);

        beans.createBean(PipelineFixtures.class)
                .remove(stages.get(3).id(), stages.get(2).id(), ani);

        assertThat(stays("A")).containsExactly("4 2025-01-10 unknown", "3 2026-05-20 unknown");
    }

    @Test
    void tellsWhichExternalIdsAreTaken() {
        write(past("A", stages.get(0), true, JANUARY, null, Outcome.OPEN, null));
        long id = jdbc.sql("select id from deal").query(Long.class).single();
        service.delete(id, 0, ani);

        assertThat(imports.taken(List.of("A", "B"))).containsExactly("A");
    }

    @Test
    void listsWhereADealEndedOnlyWhereTheFileSaysSo() {
        write(
                past("A", stages.get(4), true, JANUARY, null, Outcome.WON, MARCH),
                past("B", stages.get(0), false, JANUARY, null, Outcome.WON, MARCH));

        assertThat(list.page(DealCriteria.NONE, DealSort.TITLE, false, 1, 10, ani)
                        .rows())
                .extracting(DealRow::stageKnown)
                .containsExactly(true, false);
    }

    private void write(PastDeal... past) {
        transactions.executeWithoutResult(status -> imports.write(List.of(past), importId, ani));
    }

    private PastDeal past(
            String id,
            Stage stage,
            boolean stageKnown,
            @Nullable Instant created,
            @Nullable Instant entered,
            Outcome outcome,
            @Nullable Instant closed) {
        return past(id, stage, stageKnown, created, entered, outcome, closed, "USD");
    }

    private PastDeal past(
            String id,
            Stage stage,
            boolean stageKnown,
            @Nullable Instant created,
            @Nullable Instant entered,
            Outcome outcome,
            @Nullable Instant closed,
            String currency) {
        DealFacts facts =
                new DealFacts("Deal " + id, new BigDecimal("1000"), currency, null, ani.id(), null, null, null);
        return new PastDeal(id, facts, stage.id(), stageKnown, created, entered, outcome, closed, null, null);
    }

    private Map<String, Object> deal(String externalId) {
        return jdbc.sql("select d.*, created_at::date::text as created, closed_at::date::text as closed from deal d"
                        + " where external_id = :id")
                .param("id", externalId)
                .query()
                .singleRow();
    }

    private List<String> events(String externalId) {
        return texts("""
                select concat_ws(' ', kind, occurred_at::date, case when e.imported then 'imported' end,
                                 case when stage_known then 'known' else 'unknown' end)
                  from deal_event e join deal d on d.id = e.deal_id where external_id = :id order by e.id
                """, externalId);
    }

    private List<String> stays(String externalId) {
        return texts("""
                select concat_ws(' ', stage_position / 65536, entered_at::date, case when stage_known then 'known' else 'unknown' end)
                  from stage_stay s join deal d on d.id = s.deal_id where external_id = :id order by s.entered_by
                """, externalId);
    }

    private List<BigDecimal> rates(String externalId) {
        return jdbc.sql("""
                        select trim_scale(e.rate) from deal_event e join deal d on d.id = e.deal_id
                         where external_id = :id and e.rate is not null order by e.id
                        """).param("id", externalId).query(BigDecimal.class).list();
    }

    private List<Map<String, Object>> allStays() {
        return jdbc.sql("""
                        select deal_id, stage_id, stage_position, stage_known, entered_at, entered_by, entry, left_at,
                               left_by, exit from stage_stay order by entered_by
                        """).query().listOfRows();
    }

    private List<String> texts(String sql, String externalId) {
        return jdbc.sql(sql).param("id", externalId).query(String.class).list();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
