package app.tahap.proposal;

import static app.tahap.Fixtures.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests of proposals begin with: a deal of Ani's with the draft of a proposal. */
@DatabaseTest
abstract class ProposalScene {

    static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    @Autowired
    ProposalService proposals;

    @Autowired
    ProposalSending sending;

    @Autowired
    ProposalReader reader;

    Viewer ani;
    Pipeline pipeline;
    List<Stage> stages;
    long deal;
    long proposal;

    @BeforeEach
    void prepareProposal() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(4), ani);
        proposal = proposals.create(deal, UUID.randomUUID(), ani);
    }

    Viewer stranger() {
        fixtures.letRepsSee(Visibility.OWN);
        return fixtures.user("Budi Santoso", Role.REP);
    }

    VersionView draft() {
        return reader.draft(proposal, ani).orElseThrow();
    }

    static LineTerms line(String description, String quantity, String price) {
        return line(description, quantity, price, "0", "0", false);
    }

    static LineTerms line(
            String description, String quantity, String price, String percent, String tax, boolean optional) {
        return new LineTerms(
                null,
                description,
                new BigDecimal(quantity),
                null,
                new BigDecimal(price),
                null,
                DiscountKind.PERCENT,
                new BigDecimal(percent),
                new BigDecimal(tax),
                optional);
    }

    void write(LineTerms... lines) {
        VersionView draft = draft();
        proposals.write(proposal, new Draft(draft.head(), draft.texts(), List.of(lines)), draft.revision(), ani);
    }

    /** Sends the draft, with a line where it has none, and returns the token of its link. */
    String sent() {
        if (draft().lines().isEmpty()) {
            write(line("Laptop", "50", "1000"));
        }
        return sending.send(proposal, draft().revision(), 30, null, ani).value();
    }

    /** How the deal follows its proposals. */
    void follow(String acceptance, @Nullable Long stage, String amount) {
        jdbc.sql("insert into proposal_effect values (:pipeline, :acceptance, cast(:stage as bigint), :amount)")
                .param("pipeline", pipeline.id())
                .param("acceptance", acceptance)
                .param("stage", stage)
                .param("amount", amount)
                .update();
    }

    String status(int number) {
        return jdbc.sql("select status from proposal_version where proposal_id = :proposal and number = :number")
                .param("proposal", proposal)
                .param("number", number)
                .query(String.class)
                .single();
    }

    List<String> journal() {
        return jdbc.sql("select message from deal_journal where deal_id = :deal order by id")
                .param("deal", deal)
                .query(String.class)
                .list();
    }

    List<String> events() {
        return jdbc.sql("select kind from deal_event where deal_id = :deal order by id")
                .param("deal", deal)
                .query(String.class)
                .list();
    }

    MvcTestResult get(Viewer viewer, String url) {
        return mvc.get().uri(url).with(as(viewer)).exchange();
    }

    MvcTestResult post(Viewer viewer, String url, Object... parameters) {
        return with(mvc.post().uri(url).with(as(viewer)).with(csrf()), parameters)
                .exchange();
    }

    /** A request of a customer's browser. */
    MvcTestResult visit(String url) {
        return mvc.get().uri(url).header("User-Agent", BROWSER).exchange();
    }

    MvcTestResult answer(String url, Object... parameters) {
        return with(mvc.post().uri(url).header("User-Agent", BROWSER), parameters)
                .exchange();
    }

    private static MockMvcRequestBuilder with(MockMvcRequestBuilder request, @Nullable Object... parameters) {
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(
                    Objects.requireNonNull(parameters[i]).toString(),
                    Objects.requireNonNull(parameters[i + 1]).toString());
        }
        return request;
    }
}
