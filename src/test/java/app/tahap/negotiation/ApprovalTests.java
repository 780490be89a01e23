package app.tahap.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ApprovalTests extends ApprovalScene {

    @Autowired
    ApprovalService service;

    @ParameterizedTest
    @CsvSource({
        "100,0,PERCENT,0",
        "100,15,PERCENT,0.15",
        "100,1000,AMOUNT,0.2",
        "90,0,PERCENT,0.1",
        "90,10,PERCENT,0.19",
        "200,50,PERCENT,0",
        "33.33,15,PERCENT,0.716695"
    })
    void countsDiscountsAgainstListPrices(String price, String discount, String kind, String share) {
        draft(Long.toString(laptop), "50", price, discount, kind);

        assertThat(offer().largestDiscount()).isEqualByComparingTo(share);
        assertThat(offer().list()).isEqualByComparingTo("5000");
    }

    @Test
    void takesALineWithoutAProductAtItsOwnPrice() {
        draft("", "3", "3.33", "15", "PERCENT");

        assertThat(offer().largestDiscount()).as("although the net is rounded").isEqualByComparingTo("0.15");
        assertThat(send(ani)).hasStatusOk();
    }

    @Test
    void letsGoWhatIsWithinTheLimit() {
        draft("50", "100", "15");

        assertThat(page(ani, "/proposals/%d/sending".formatted(proposal))).doesNotContain("Request approval");
        assertThat(send(ani)).hasStatusOk();
        assertThat(isSent()).isTrue();
    }

    @Test
    void holdsBackWhatIsAboveTheLimit() {
        assertThat(page(ani, "/proposals/%d/sending".formatted(proposal)))
                .contains(
                        "A line is 20% below the list price, and you may give 15% without asking.",
                        "/proposals/%d/approval".formatted(proposal), "Request approval");
        assertThat(send(ani)).hasStatus(422);
        assertThat(isSent()).isFalse();
    }

    @Test
    void limitsNobodyBeforeLimitsAreSetAndAdministratorsNever() {
        limit("manager_discount", new BigDecimal("10"));
        Viewer admin = fixtures.user("Adi", Role.ADMINISTRATOR);
        assertThat(page(lina, "/proposals/%d/sending".formatted(proposal))).contains("Request approval");
        assertThat(page(admin, "/proposals/%d/sending".formatted(proposal))).doesNotContain("Request approval");

        jdbc.sql("delete from discount_rule").update();
        assertThat(send(ani)).hasStatusOk();
    }

    @Test
    void holdsBackTooLowAMargin() {
        limit("rep_discount", null);
        limit("rep_margin", new BigDecimal("25"));
        assertThat(send(ani)).as("a quarter is left").hasStatusOk();
    }

    @Test
    void saysNoFigureOfAMarginToWhomItIsHidden() {
        limit("rep_discount", null);
        limit("rep_margin", new BigDecimal("25.01"));
        assertThat(page(ani, "/proposals/%d/sending".formatted(proposal)))
                .contains("The margin is below the lowest one")
                .doesNotContain("25%", "25.01");
        assertThat(page(ani, "/proposals/%d/approval".formatted(proposal))).doesNotContain("25%", "25.01", "1,000");
        asked();
        assertThat(page(lina, "/approvals")).contains("$1,000 (25%)");

        limit("manager_margin", new BigDecimal("20"));
        jdbc.sql("update discount_rule set manager_sees_margin = false").update();
        assertThat(page(lina, "/approvals")).contains("They order again").doesNotContain("(25%)", "1,000");
    }

    @Test
    void sendsWhatAManagerApproved() {
        long request = asked();

        assertThat(told(lina)).containsExactly("negotiation.approval.told.ASKED");
        assertThat(page(ani, "/proposals/%d/sending".formatted(proposal))).contains("The proposal waits for approval.");
        assertThat(page(lina, "/approvals"))
                .contains("Fifty laptops", "They order again", "20%", "$5,000", "$4,000", "$1,000 (25%)");
        assertThat(decide(lina, request, true, "Once only")).hasRedirectedUrl("/approvals");

        assertThat(told(ani)).containsExactly("negotiation.approval.told.APPROVED");
        assertThat(page(ani, "/proposals/%d/approval".formatted(proposal)))
                .contains("Approved by Lina", "Once only", "Go on to sending");
        assertThat(send(ani)).hasStatusOk();
        assertThat(isSent()).isTrue();
        assertThat(page(ani, "/deals/" + deal))
                .contains("Ani asked for approval of proposal", "Lina approved 20% discount", "They order again");
    }

    @Test
    void keepsBackWhatAManagerRefused() {
        long request = asked();

        assertThat(decide(lina, request, false, "Too much")).hasStatus3xxRedirection();

        assertThat(told(ani)).containsExactly("negotiation.approval.told.REFUSED");
        assertThat(page(ani, "/proposals/%d/approval".formatted(proposal)))
                .contains("Refused by Lina", "Too much", "Request approval");
        assertThat(send(ani)).hasStatus(422);
        assertThat(asked()).as("it may be asked again").isGreaterThan(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void demandsReasons(String reason) {
        assertThat(ask(ani, reason)).hasStatus(422).bodyText().contains("Say why: nobody can decide without it.");

        long request = asked();
        assertThat(decide(lina, request, true, reason))
                .hasStatus(422)
                .bodyText()
                .contains("Say why, so that");
        assertThat(approvals.load(request, lina).isWaiting()).isTrue();
    }

    @Test
    void keepsATooLongReasonForItsAuthor() {
        String reason = "x".repeat(2001);
        assertThat(ask(ani, reason)).hasStatus(422).bodyText().contains("At most 2,000", reason);
    }

    @Test
    void letsAnApprovalLapseWithWhatWasApproved() {
        decide(lina, asked(), true, "Once only");

        draft("50", "100", "21");
        assertThat(send(ani)).hasStatus(422);
        assertThat(page(ani, "/proposals/%d/approval".formatted(proposal)))
                .contains("the approval does not hold for the draft as it is now");

        draft("50", "100", "20");
        assertThat(send(ani)).as("as it was approved").hasStatusOk();
    }

    @Test
    void letsAnApprovalLapseWhereTheListPriceRose() {
        decide(lina, asked(), true, "Once only");
        jdbc.sql("update product_price set price = 120").update();

        assertThat(send(ani)).hasStatus(422);
    }

    @Test
    void approvesNothingElseThanWasAsked() {
        long request = asked();
        draft("50", "100", "50");

        assertThat(page(lina, "/approvals")).contains("it can no longer be approved");
        assertThat(decide(lina, request, true, "Fine"))
                .hasStatus(422)
                .bodyText()
                .contains("no longer be approved");

        long next = asked();
        assertThat(approvals.load(request, lina).outcome()).isEqualTo(ApprovalOutcome.OVERTAKEN);
        assertThat(decide(lina, next, true, "Fine")).hasStatus3xxRedirection();
    }

    @Test
    void tellsTheLaterOfTwoManagersWhatTheEarlierDecided() {
        Viewer budi = fixtures.user("Budi", Role.MANAGER);
        long request = asked();
        DecisionForm approval = new DecisionForm(true, "Fine");

        MvcTestResult late = fixtures.meanwhile(
                () -> service.decide(request, approval, lina), () -> decide(budi, request, false, "Too much"));

        assertThat(late).hasStatus(409).bodyText().contains("Already approved by Lina.");
        assertThat(approvals.load(request, budi).decisionReason()).isEqualTo("Fine");
        assertThat(told(ani)).containsExactly("negotiation.approval.told.APPROVED");
    }

    @Test
    void takesBackWhatOnlyItsAuthorMayTakeBack() {
        long request = asked();
        String withdrawal = "/approvals/%d/withdrawal".formatted(request);
        assertThat(post(lina, withdrawal)).hasStatus(404);

        assertThat(post(ani, withdrawal)).hasStatus3xxRedirection();

        assertThat(decide(lina, request, true, "Fine"))
                .hasStatus(409)
                .bodyText()
                .contains("Ani has withdrawn the request.");
        assertThat(post(ani, withdrawal)).hasStatus(409);
    }

    @Test
    void letsNobodyDecideWhoMayNot() {
        limit("manager_discount", new BigDecimal("10"));
        Viewer admin = fixtures.user("Adi", Role.ADMINISTRATOR);
        Viewer budi = fixtures.user("Budi", Role.REP);
        long request = asked();

        assertThat(decide(budi, request, true, "Fine")).as("a rep").hasStatus(404);
        assertThat(decide(ani, request, true, "Fine")).as("who asked").hasStatus(404);
        assertThat(decide(lina, request, true, "Fine"))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing waits for your decision");
        assertThat(told(lina)).isEmpty();
        assertThat(told(admin)).hasSize(1);
        assertThat(decide(admin, request, true, "Fine")).hasStatus3xxRedirection();
    }

    @Test
    void standsOnTheDayOfWhoMayDecide() {
        Viewer budi = fixtures.user("Budi", Role.REP);
        assertThat(page(lina, "/my-day")).doesNotContain("day-approvals");
        long request = asked();

        assertThat(page(lina, "/my-day"))
                .contains("Approvals waiting for you", "/approvals#request-" + request, "Ani asks · proposal");
        assertThat(page(ani, "/my-day")).as("who asked").doesNotContain("day-approvals");
        assertThat(page(budi, "/my-day")).as("a rep").doesNotContain("day-approvals");
        assertThat(page(lina, "/my-day?user=" + ani.id())).as("another's day").doesNotContain("day-approvals");
        limit("manager_discount", new BigDecimal("10"));
        assertThat(page(lina, "/my-day")).as("too much for her").doesNotContain("day-approvals");

        limit("manager_discount", null);
        int one = StatementCount.of(() -> page(lina, "/my-day"));
        jdbc.sql("""
                        insert into approval_request select (jsonb_populate_record(r, jsonb_build_object(
                            'id', r.id + n, 'idempotency_key', null))).* from approval_request r, generate_series(1, 7) n
                        """).update();
        assertThat(page(lina, "/my-day")).contains("The first 5 of 8.");
        assertThat(StatementCount.of(() -> page(lina, "/my-day"))).isEqualTo(one);
        decide(lina, request, true, "Fine");
        assertThat(page(lina, "/my-day")).contains("The first 5 of 7.");
    }

    @Test
    void letsNoManagerDecideAboutTheirOwn() {
        limit("manager_discount", new BigDecimal("10"));
        Viewer admin = fixtures.user("Adi", Role.ADMINISTRATOR);
        assertThat(ask(lina, "They order again")).hasStatus3xxRedirection();
        long request =
                jdbc.sql("select id from approval_request").query(Long.class).single();
        limit("manager_discount", null);

        assertThat(decide(lina, request, true, "Fine")).hasStatus(422);
        assertThat(page(lina, "/approvals")).contains("Nothing waits for your decision", "What you asked");
        assertThat(decide(admin, request, true, "Fine")).hasStatus3xxRedirection();
    }

    @Test
    void tellsTheTeamsManagersAndAdministrators() {
        Viewer budi = fixtures.user("Budi", Role.MANAGER);
        Viewer admin = fixtures.user("Adi", Role.ADMINISTRATOR);
        asked();

        assertThat(told(lina)).hasSize(1);
        assertThat(told(admin)).hasSize(1);
        assertThat(told(budi)).isEmpty();
    }

    @Test
    void hidesRequestsFromStrangers() {
        long request = asked();
        fixtures.letRepsSee(Visibility.OWN);
        Viewer citra = fixtures.user("Citra", Role.REP);

        assertThat(get(citra, "/proposals/%d/approval".formatted(proposal))).hasStatus(404);
        assertThat(ask(citra, "Hm")).hasStatus(404);
        assertThat(decide(citra, request, true, "Hm")).hasStatus(404);
        assertThat(post(citra, "/approvals/%d/withdrawal".formatted(request))).hasStatus(404);
        assertThat(page(citra, "/approvals")).doesNotContain("Fifty laptops");
    }

    @Test
    void asksARepeatedRequestOnce() {
        String key = UUID.randomUUID().toString();
        String url = "/proposals/%d/approval".formatted(proposal);
        for (int i = 0; i < 2; i++) {
            assertThat(post(ani, url, "reason", "Why", "offer", offer().fingerprint(), "key", key))
                    .hasStatus3xxRedirection();
        }

        assertThat(approvals.ofProposal(proposal)).hasSize(1);
        assertThat(told(lina)).hasSize(1);
        assertThat(post(lina, url, "reason", "Why", "offer", offer().fingerprint(), "key", key))
                .hasStatus(409);
        assertThat(ask(ani, "Again")).hasStatus(422).bodyText().contains("This is asked already, and waits.");
    }

    @Test
    void asksForNothingThatTheAuthorHasNotSeen() {
        String seen = offer().fingerprint();
        draft("50", "100", "90");

        assertThat(post(ani, "/proposals/%d/approval".formatted(proposal), "reason", "Why", "offer", seen))
                .hasStatus(409)
                .bodyText()
                .contains("Why</textarea>", "90%");
        assertThat(approvals.ofProposal(proposal)).isEmpty();
    }

    @Test
    void needsNoApprovalForWhatIsWithinTheLimit() {
        draft("50", "100", "5");

        assertThat(ask(ani, "Why")).hasStatus(422).bodyText().contains("No approval is needed");
    }

    @Test
    void neverChangesWhatWasAskedAndDecided() {
        decide(lina, asked(), true, "Fine");

        assertThatThrownBy(() ->
                        jdbc.sql("update approval_request set discount = 0").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from approval_decision").update())
                .isInstanceOf(DataAccessException.class);
        assertThat(approvals.decided(lina))
                .extracting(ApprovalRow::decider, ApprovalRow::outcome)
                .containsExactly(tuple("Lina", ApprovalOutcome.APPROVED));
    }

    @Test
    void survivesThatTheDraftIsThrownAway() {
        long request = asked();

        assertThat(post(ani, "/proposals/%d/draft/discarding".formatted(proposal)))
                .hasStatus3xxRedirection();

        assertThat(page(lina, "/approvals")).contains("Nothing waits for your decision");
        assertThat(decide(lina, request, true, "Fine")).hasStatus(422);
    }
}
