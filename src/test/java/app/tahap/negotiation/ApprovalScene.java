package app.tahap.negotiation;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import app.tahap.proposal.Offer;
import app.tahap.proposal.Offers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A rep with a limit of 15%, her manager, and a proposal for a laptop that is in the list for 100 dollars and costs 60. */
@DatabaseTest
abstract class ApprovalScene {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Offers offers;

    @Autowired
    Approvals approvals;

    List<Stage> stages;
    Team team;
    Viewer ani;
    Viewer lina;
    long deal;
    long proposal;
    long laptop;

    @BeforeEach
    void prepareApproval() {
        stages = fixtures.stages(fixtures.workspace());
        team = fixtures.team("Jakarta");
        ani = fixtures.user("Ani", Role.REP, team);
        lina = fixtures.user("Lina", Role.MANAGER, team);
        deal = fixtures.deal("Fifty laptops", stages.get(5), ani);
        jdbc.sql("insert into discount_rule (rep_discount) values (15)").update();
        laptop = jdbc.sql("insert into product (name, created_at) values ('Laptop', now()) returning id")
                .query(Long.class)
                .single();
        jdbc.sql("insert into product_price values (:product, 'USD', 100, 60)")
                .param("product", laptop)
                .update();
        String made = String.valueOf(
                post(ani, "/deals/%d/proposals".formatted(deal)).getResponse().getRedirectedUrl());
        proposal = Long.parseLong(made.split("/")[2]);
        draft("50", "100", "20");
    }

    /** Writes the draft anew, with one line of laptops. */
    void draft(String quantity, String price, String discount) {
        draft(Long.toString(laptop), quantity, price, discount, "PERCENT");
    }

    void draft(String product, String quantity, String price, String discount, String kind) {
        int revision = offer().revision();
        assertThat(post(
                        ani,
                        "/proposals/%d/draft".formatted(proposal),
                        "version",
                        revision,
                        "title",
                        "Fifty laptops",
                        "language",
                        "en",
                        "currency",
                        "USD",
                        "line",
                        "0",
                        "product-0",
                        product,
                        "description-0",
                        "Laptop",
                        "quantity-0",
                        quantity,
                        "price-0",
                        price,
                        "discount-0",
                        discount,
                        "kind-0",
                        kind))
                .hasStatus3xxRedirection();
    }

    Offer offer() {
        return offers.draft(proposal, ani).orElseThrow();
    }

    /** Ani asks; answers the request's id. */
    long asked() {
        assertThat(ask(ani, "They order again")).hasStatus3xxRedirection();
        return jdbc.sql("select max(id) from approval_request")
                .query(Long.class)
                .single();
    }

    MvcTestResult ask(Viewer viewer, String reason) {
        return post(
                viewer, "/proposals/%d/approval".formatted(proposal), "reason", reason, "offer", offer().fingerprint());
    }

    MvcTestResult decide(Viewer viewer, long request, boolean approved, String reason) {
        return post(viewer, "/approvals/%d/decision".formatted(request), "approved", approved, "reason", reason);
    }

    MvcTestResult send(Viewer viewer) {
        return post(viewer, "/proposals/%d/sending".formatted(proposal), "revision", offer().revision(), "days", "30");
    }

    boolean isSent() {
        return offers.draft(proposal, ani).isEmpty();
    }

    List<String> told(Viewer viewer) {
        return jdbc.sql("select message from notification where user_id = :user order by id")
                .param("user", viewer.id())
                .query(String.class)
                .list();
    }

    void limit(String column, @Nullable BigDecimal percent) {
        jdbc.sql("update discount_rule set %s = cast(:percent as numeric)".formatted(column))
                .param("percent", percent)
                .update();
    }

    String page(Viewer viewer, String url) {
        MvcTestResult result = mvc.get().uri(url).with(as(viewer)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    MvcTestResult get(Viewer viewer, String url) {
        return mvc.get().uri(url).with(as(viewer)).exchange();
    }

    MvcTestResult post(Viewer viewer, String url, Object... fields) {
        var request = mvc.post().uri(url).with(as(viewer)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i].toString(), Objects.toString(fields[i + 1]));
        }
        return request.exchange();
    }
}
