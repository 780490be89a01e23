package app.tahap.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SignalControllerTests extends ClosingScene {

    @Test
    void ticksInPlaceAndTellsIt() {
        assertThat(tick("Positive feedback", true))
                .hasStatusOk()
                .bodyText()
                .contains("aria-checked=\"true\"", "One more signal", "Ani Basuki")
                .doesNotContain("<html");
        assertThat(tick("Positive feedback", true)).hasStatusOk();

        assertThat(journal()).containsExactly("closing.journal.ticked");
        assertThat(page(ani, "/deals/" + deal)).contains("Ani Basuki noticed a closing signal: Positive feedback");
    }

    @Test
    void unticksAndTellsThatToo() {
        tick("Positive feedback", true);
        tick("Clear commitment", true);
        assertThat(page(ani, "/deals/ready-to-close")).contains("Fifty laptops");

        assertThat(post(ani, "/deals/" + deal + "/signals/" + signal("Clear commitment"), "ticked", "false"))
                .hasRedirectedUrl("/deals/" + deal + "#panel-signals");

        assertThat(journal()).endsWith("closing.journal.unticked");
        assertThat(page(ani, "/deals/ready-to-close")).contains("No deal is ready to close.");
    }

    @Test
    void listsDealsThatAreReadyWithWhatMadeThemSo() {
        tick("Positive feedback", true);
        tick("Clear commitment", true);

        assertThat(page(ani, "/deals/ready-to-close"))
                .contains("Fifty laptops", "Positive feedback", "Clear commitment", "20 May 2026", "Closing", "none");
        assertThat(page(ani, "/deals?only=READY")).contains("1 deal", "Ready to close");
        assertThat(page(ani, "/deals/" + deal)).contains("signals-ready");
    }

    /** Colleagues' signals are no reason to refuse somebody's change. */
    @Test
    void countsForNoVersion() {
        int version = fixtures.version(deal);

        tick("Positive feedback", true);
        tick("Clear commitment", true);

        assertThat(fixtures.version(deal)).isEqualTo(version);
    }

    @Test
    void leavesClosedDealsOutOfTheReadyOnes() {
        tick("Positive feedback", true);
        tick("Clear commitment", true);
        win();

        assertThat(page(ani, "/deals/ready-to-close")).doesNotContain("Fifty laptops");
        assertThat(page(ani, "/deals/" + deal)).contains("Clear commitment");
    }

    @Test
    void followsTheRuleForAllDealsWhenItChanges() {
        tick("Positive feedback", true);
        assertThat(post(admin, "/settings/signals/rule", "readyAt", 1, "version", 0))
                .hasRedirectedUrl("/settings/signals");
        assertThat(page(ani, "/deals/ready-to-close")).contains("Fifty laptops");

        assertThat(post(admin, "/settings/signals/rule", "readyAt", 3, "version", 0))
                .hasStatus(409);
        assertThat(post(admin, "/settings/signals/rule", "readyAt", 3, "version", 1))
                .hasStatus3xxRedirection();
        assertThat(page(ani, "/deals/ready-to-close")).doesNotContain("Fifty laptops");
    }

    @Test
    void refusesARuleThatIsNone() {
        for (String value : new String[] {"", "0", "21", "two", "1.5", "-1"}) {
            assertThat(post(admin, "/settings/signals/rule", "readyAt", value, "version", 0))
                    .as(value)
                    .hasStatus(422)
                    .bodyText()
                    .contains("A whole number from 1 to 20");
        }
    }

    @Test
    void hidesTheDealsOfOthers() {
        tick("Positive feedback", true);
        tick("Clear commitment", true);
        var stranger = stranger();

        assertThat(enhanced(stranger, "/deals/" + deal + "/signals/" + signal("Clear commitment"), "ticked", "false"))
                .hasStatus(404);
        assertThat(page(stranger, "/deals/ready-to-close")).doesNotContain("Fifty laptops");
        assertThat(enhanced(ani, "/deals/" + deal + "/signals/999999", "ticked", "true"))
                .hasStatus(404);
    }

    private MvcTestResult tick(String signal, boolean ticked) {
        return enhanced(ani, "/deals/" + deal + "/signals/" + signal(signal), "ticked", ticked);
    }

    private long signal(String label) {
        return jdbc.sql("select id from closing_signal where label = :label")
                .param("label", label)
                .query(Long.class)
                .single();
    }
}
