package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.StageStays;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of the reference data set, as its README tells them, after the whole file went through the importer. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportReferenceTests {

    @Autowired
    ImportFixtures imports;

    @Autowired
    ImportViews views;

    @Autowired
    StageStays stays;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Pipeline pipeline;
    List<Stage> stages;
    Viewer manager;
    long first;

    @BeforeAll
    void bringIn() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        manager = fixtures.user("Sri Wahyuni", Role.MANAGER);
        first = imports.bringIn(ReferenceData.content(), pipeline, manager);
    }

    @Test
    @Order(1)
    void bringsEveryOpportunity() {
        assertThat(views.load(first, manager).status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(result(first).created()).isEqualTo(8_800);
        assertThat(result(first).refused()).isZero();
        assertThat(count("deal")).isEqualTo(8_800);
        assertThat(count("deal where outcome = 'WON'")).isEqualTo(4_238);
        assertThat(count("deal where outcome = 'LOST'")).isEqualTo(2_473);
        assertThat(count("deal where outcome = 'OPEN' and stage_id = "
                        + stages.get(0).id()))
                .isEqualTo(500);
        assertThat(count("deal where outcome = 'OPEN' and stage_id = "
                        + stages.get(2).id()))
                .isEqualTo(1_589);
        assertThat(count("deal where organization_id is null")).isEqualTo(1_425);
        assertThat(count("organization")).isEqualTo(85);
        assertThat(count("users where password_hash is null")).isEqualTo(30);
    }

    @Test
    @Order(2)
    void agreesWithTheFiguresOfEachQuarter() {
        assertThat(jdbc.sql("""
                        select to_char(closed_at at time zone 'Asia/Jakarta', 'YYYY "Q"Q') as quarter,
                               count(*) filter (where outcome = 'WON') as won,
                               count(*) filter (where outcome = 'LOST') as lost,
                               trim_scale(sum(amount) filter (where outcome = 'WON')) as value
                          from deal where closed_at is not null group by 1 order by 1
                        """)
                        .query((row, number) -> row.getString("quarter") + " " + row.getInt("won") + " "
                                + row.getInt("lost") + " " + row.getBigDecimal("value"))
                        .list())
                .containsExactly(
                        "2017 Q1 531 116 1134672",
                        "2017 Q2 1254 778 3086111",
                        "2017 Q3 1257 790 2982255",
                        "2017 Q4 1196 789 2802496");
        assertThat(jdbc.sql("select sum(amount) from deal where outcome = 'WON'")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("10005534");
        assertThat(jdbc.sql(
                                "select percentile_cont(0.5) within group (order by amount) from deal where outcome = 'WON'")
                        .query(Double.class)
                        .single())
                .isEqualTo(1117);
        assertThat(jdbc.sql("""
                        select round(avg(extract(epoch from closed_at - created_at) / 86400), 2) from deal where outcome = 'WON'
                        """).query(BigDecimal.class).single()).isEqualByComparingTo("51.78");
    }

    @Test
    @Order(3)
    void knowsWhatItDoesNotKnow() {
        assertThat(count("deal where not created_known")).isEqualTo(500);
        assertThat(count("deal where outcome = 'LOST' and amount is not null")).isZero();
        assertThat(count("deal where created_known and created_at > '2018-01-01'"))
                .isZero();
        assertThat(count("deal_event where imported and kind = 'IMPORTED'")).isEqualTo(8_800);
        assertThat(count("stage_stay where stage_known")).isEqualTo(1_589);
        assertThat(count("stage_stay where stage_known and entered_at > '2018-01-01'"))
                .isZero();
        assertThat(result(first).warnings())
                .isEqualTo(Map.of("created", 500, "since", 500, "stage", 6_711, "zero", 2_473));
    }

    @Test
    @Order(4)
    void keepsStaysThatFollowFromTheLog() {
        List<Map<String, Object>> kept = allStays();

        stays.rebuild();

        assertThat(allStays()).isEqualTo(kept).hasSize(8_800);
    }

    @Test
    @Order(5)
    void createsNothingTheSecondTime() {
        long second = imports.bringIn(ReferenceData.content(), pipeline, manager);

        assertThat(result(second).created()).isZero();
        assertThat(result(second).present()).isEqualTo(8_800);
        assertThat(count("deal")).isEqualTo(8_800);
        assertThat(count("deal_event")).isEqualTo(8_800 + 4_238 + 2_473);
        assertThat(count("organization")).isEqualTo(85);
        assertThat(count("users")).isEqualTo(31);
    }

    private ImportResult result(long id) {
        return imports.result(id, manager);
    }

    private List<Map<String, Object>> allStays() {
        return jdbc.sql("""
                        select deal_id, stage_id, stage_position, stage_known, entered_at, entered_by, entry, left_at,
                               left_by, exit from stage_stay order by entered_by
                        """).query().listOfRows();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
