package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class DealCsvControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
    }

    @Test
    void writesWhatTheListShowsAsAFile() {
        fixtures.deal("Laptops, \"fifty\"", stages.get(1), ani, new BigDecimal("1500.50"), "EUR");
        fixtures.deal("Unknown", stages.get(0), ani, null, "USD");

        MvcTestResult result = export(ani, "sort=TITLE&descending=false");

        assertThat(result)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"deals-2026-05-20.csv\"");
        assertThat(lines(result))
                .satisfiesExactly(
                        heading -> assertThat(heading).startsWith("\uFEFFID,Title,Organisation,Person,Pipeline,Stage"),
                        first -> assertThat(first)
                                .contains(
                                        "\"Laptops, \"\"fifty\"\"\",,,Sales,Lead qualification,Open,,1500.5,EUR,Ani Basuki")
                                .contains(",2026-05-20,,,,,,2026-05-20,"),
                        second -> assertThat(second).contains("Unknown,,,Sales,Prospecting,Open,,,,Ani Basuki"));
    }

    @Test
    void disarmsFormulas() {
        fixtures.deal("=HYPERLINK(\"http://evil.example\")", stages.get(0), ani);

        assertThat(lines(export(ani, "")).get(1)).contains("\"'=HYPERLINK(");
    }

    @Test
    void namesColumnsInTheViewersLanguage() {
        jdbc.sql("update users set language = 'id'").update();

        assertThat(lines(export(ani, "")).get(0)).startsWith("\uFEFFID;Judul;Perusahaan;Kontak");
    }

    @Test
    void filtersAsTheListDoes() {
        fixtures.deal("Cheap", stages.get(0), ani, new BigDecimal("1"), "USD");
        fixtures.deal("Dear", stages.get(0), ani, new BigDecimal("1500"), "USD");

        assertThat(lines(export(ani, "amountMin=1,500")))
                .hasSize(2)
                .last()
                .asString()
                .contains("Dear");
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        fixtures.letRepsSee(Visibility.OWN);
        fixtures.deal("Fifty laptops", stages.get(0), ani);

        assertThat(lines(export(fixtures.user("Budi Santoso", Role.REP), ""))).hasSize(1);
    }

    @Test
    void writesMoreRowsThanOneFetchBrings() {
        jdbc.sql("""
                        insert into deal (title, pipeline_id, stage_id, rank, amount, currency, owner_id,
                                          stage_entered_at, last_activity_at, last_event_at, created_at)
                        select 'Deal ' || i, (select id from pipeline), :stage, 'a' || i, i, 'USD', :owner, now(), now(), now(), now()
                          from generate_series(1, 2000) i
                        """)
                .param("stage", stages.get(0).id())
                .param("owner", ani.id())
                .update();

        assertThat(lines(export(ani, ""))).hasSize(2001);
    }

    private MvcTestResult export(Viewer viewer, String query) {
        return mvc.get().uri("/deals.csv?" + query).with(as(viewer)).exchange();
    }

    private static List<String> lines(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
