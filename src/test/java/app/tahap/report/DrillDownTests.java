package app.tahap.report;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineFixtures;
import app.tahap.pipeline.Stage;
import app.tahap.sample.SampleData;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/**
 * Every figure of the dashboard opens a list of as many deals as the figure says, over a year of a believable company that
 * merged one stage and removed another.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrillDownTests {

    private static final Pattern FIGURE =
            Pattern.compile("class=\"deal-count\" href=\"([^\"]+)\" data-count=\"(\\d+)\"");
    private static final Pattern COUNT =
            Pattern.compile("class=\"list-summary\"><strong>([\\d,]+) deals?|<p>No deals match");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SampleData sample;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Viewer administrator;
    Viewer rep;

    @BeforeAll
    void fill() {
        Pipeline pipeline = fixtures.workspace();
        administrator = fixtures.user("Admin", Role.ADMINISTRATOR);
        transactions.executeWithoutResult(status -> sample.create(administrator.id(), pipeline.id()));
        List<Stage> stages = fixtures.stages(pipeline);
        PipelineFixtures shape = beans.createBean(PipelineFixtures.class);
        shape.merge(stages.get(4).id(), stages.get(3).id(), administrator);
        shape.remove(stages.get(1).id(), stages.get(2).id(), administrator);
        fixtures.letRepsSee(Visibility.TEAM);
        rep = fixtures.viewer(jdbc.sql("select min(id) from users where role = 'REP' and team_id is not null")
                .query(Long.class)
                .single());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?period=LAST_QUARTER&owner={rep}",
                "?period=THIS_YEAR&team={team}",
                "?period=CUSTOM&from=2025-09-10&to=2026-03-05"
            })
    void opensExactlyTheDealsOfEachFigure(String query) {
        check(query, administrator);
    }

    @Test
    void opensForARepOnlyDealsThatTheRepMaySee() {
        check("?period=LAST_QUARTER", rep);
    }

    private void check(String query, Viewer viewer) {
        String address = "/dashboard"
                + query.replace("{rep}", Long.toString(rep.id())).replace("{team}", String.valueOf(rep.teamId()));
        Map<String, Long> figures = figures(body(address, viewer));

        Map<String, Long> listed = new LinkedHashMap<>();
        figures.keySet().forEach(list -> listed.put(list, count(body(list, viewer))));

        assertThat(figures).hasSizeGreaterThan(40);
        assertThat(listed).isEqualTo(figures);
    }

    private static Map<String, Long> figures(String page) {
        Map<String, Long> figures = new LinkedHashMap<>();
        Matcher figure = FIGURE.matcher(page);
        while (figure.find()) {
            figures.put(HtmlUtils.htmlUnescape(figure.group(1)), Long.parseLong(figure.group(2)));
        }
        return figures;
    }

    private static long count(String list) {
        Matcher count = COUNT.matcher(list);
        assertThat(count.find()).as("a list of deals says how many there are").isTrue();
        return count.group(1) == null ? 0 : Long.parseLong(count.group(1).replace(",", ""));
    }

    private String body(String address, Viewer viewer) {
        var result = mvc.get().uri(URI.create(address)).with(as(viewer)).exchange();
        assertThat(result).as(address).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
