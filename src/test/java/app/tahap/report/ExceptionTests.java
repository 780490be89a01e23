package app.tahap.report;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.deal.CriteriaScene;
import app.tahap.deal.DealMove;
import app.tahap.deal.Passage;
import app.tahap.pipeline.CriterionKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How often deals were let past required exit criteria, by whom and why. */
class ExceptionTests extends ReportScene {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    Viewer maya;

    @BeforeEach
    void requireAmounts() {
        CriteriaScene.clear(jdbc);
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.AMOUNT);
        maya = fixtures.user("Maya", Role.MANAGER);
    }

    @Test
    void countsByManagerAndPeriodAndLeavesOutWhatWasUndone() {
        except("Before", maya, "Early");
        clock.turn(Duration.ofDays(40));
        except("Now", maya, "Signed on paper");
        except("Now as well", ani, "Their board decides");
        long undone = except("Undone", ani, "A slip");
        mvc.post()
                .uri("/deals/{id}/undo", undone)
                .param("eventId", lastEvent(undone))
                .with(as(ani))
                .with(csrf())
                .exchange();

        assertThat(report(PeriodChoice.THIS_MONTH, null).exceptions())
                .extracting(ExceptionRow::name, ExceptionRow::count, ExceptionRow::deals)
                .containsExactly(tuple("Ani Basuki", 1L, 1L), tuple("Maya", 1L, 1L));
        assertThat(report(PeriodChoice.THIS_MONTH, maya.id()).exceptions())
                .extracting(ExceptionRow::name, ExceptionRow::count)
                .containsExactly(tuple("Maya", 1L));
    }

    @Test
    void listsThemWithWhatWasMissingAndWhy() {
        except("Fifty laptops", maya, "<b>Signed</b> on paper");
        except("Ten printers", ani, "Their board decides");
        fixtures.letRepsSee(Visibility.OWN);
        Viewer rep = fixtures.user("Budi", Role.REP);

        assertThat(page(ani, ""))
                .contains("Fifty laptops", "Ten printers", "&lt;b&gt;Signed&lt;/b&gt; on paper", "Amount", "Maya")
                .contains(stages.get(0).getName() + " → " + stages.get(1).getName());
        assertThat(page(ani, "?actor=" + maya.id())).contains("Fifty laptops").doesNotContain("Ten printers");
        assertThat(page(rep, "")).contains("Nobody let a deal past").doesNotContain("Fifty laptops");
        assertThat(mvc.get().uri("/dashboard").with(as(ani)))
                .bodyText()
                .contains("Past exit criteria", "/dashboard/exceptions?actor=" + maya.id());
        assertThat(mvc.get().uri("/dashboard/exceptions.csv").with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("Maya");
    }

    @Test
    void sendsWrongDatesToTheDashboardWhichSaysSo() {
        assertThat(mvc.get()
                        .uri("/dashboard/exceptions?period=CUSTOM&from=x&actor=1")
                        .with(as(ani)))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/dashboard?period=CUSTOM&from=x");
    }

    @Test
    void keepsQuietWhereNobodyDid() {
        fixtures.deal("Fifty laptops", stages.get(0), ani);

        assertThat(mvc.get().uri("/dashboard").with(as(ani))).bodyText().doesNotContain("Past exit criteria");
    }

    private long except(String title, Viewer manager, String reason) {
        long deal = fixtures.deal(title, stages.get(0), manager, null, "USD");
        DealMove move = new DealMove(stages.get(1).id(), null, null, 0, null);
        deals.move(deal, move, new Passage(UnaryOperator.identity(), Set.of(), reason, true), manager);
        return deal;
    }

    private String lastEvent(long deal) {
        return jdbc.sql("select max(id) from deal_event where deal_id = :id")
                .param("id", deal)
                .query(String.class)
                .single();
    }

    private String page(Viewer viewer, String query) {
        return new String(
                mvc.get()
                        .uri("/dashboard/exceptions" + query)
                        .with(as(viewer))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
