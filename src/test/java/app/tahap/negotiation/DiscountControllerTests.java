package app.tahap.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DiscountControllerTests extends ApprovalScene {

    @Autowired
    DiscountRules rules;

    Viewer admin;

    @BeforeEach
    void prepareAdministrator() {
        admin = fixtures.user("Adi", Role.ADMINISTRATOR);
    }

    @Test
    void keepsWhatIsLimited() {
        assertThat(change("12.5", "", "20%", "10", 0)).hasRedirectedUrl("/settings/discounts");

        DiscountRule rule = rules.load();
        assertThat(rule.repDiscount()).isEqualByComparingTo("12.5");
        assertThat(rule.managerDiscount()).isNull();
        assertThat(rule.repMargin()).isEqualByComparingTo("20");
        assertThat(rule.managerMargin()).isEqualByComparingTo("10");
        assertThat(rule.repSeesMargin()).isFalse();
        assertThat(rule.managerSeesMargin()).isTrue();
        assertThat(page(admin, "/settings/discounts")).contains("value=\"12.5\"", "value=\"20\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "101", "many", "5.12345"})
    void refusesWhatIsNoPercentage(String typed) {
        assertThat(change(typed, "20", "", "", 0))
                .hasStatus(422)
                .bodyText()
                .contains("Write a percentage between 0 and 100", "value=\"" + typed + "\"", "value=\"20\"");
        assertThat(rules.load().repDiscount()).isEqualByComparingTo("15");
    }

    @Test
    void tellsThatSomebodyElseChangedItMeanwhile() {
        change("10", "", "", "", 0);

        assertThat(change("11", "", "", "", 0)).hasStatus(409).bodyText().contains("Somebody else", "value=\"11\"");
        assertThat(rules.load().repDiscount()).isEqualByComparingTo("10");
    }

    @Test
    void limitsNobodyAtFirst() {
        jdbc.sql("delete from discount_rule").update();

        assertThat(rules.load()).isEqualTo(DiscountRule.FIRST);
        assertThat(rules.limits(ani)).isEqualTo(Limits.NONE);
        assertThat(rules.seesMargin(ani)).isFalse();
        assertThat(rules.seesMargin(lina)).isTrue();
    }

    private MvcTestResult change(String rep, String manager, String repMargin, String managerMargin, int version) {
        return post(
                admin,
                "/settings/discounts",
                "repDiscount",
                rep,
                "managerDiscount",
                manager,
                "repMargin",
                repMargin,
                "managerMargin",
                managerMargin,
                "managerSeesMargin",
                "true",
                "version",
                version);
    }
}
