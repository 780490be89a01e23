package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import app.tahap.web.RuleException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody is deactivated while others hand deals to that person: no open deal stays behind. */
@DatabaseTest
class LeavingOwnerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealService deals;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    List<Stage> stages;
    Viewer administrator;
    Viewer ani;
    Viewer leaver;
    long deal;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        administrator = fixtures.user("Adi Nugraha", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani", Role.REP);
        leaver = fixtures.user("Budi", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void handsOverWhatWasAssignedAtTheSameMoment() {
        MvcTestResult deactivation = deactivatedDuring(
                () -> deals.assign(deal, leaver.id(), fixtures.version(deal), administrator), ani.id());

        assertThat(deactivation).hasStatus3xxRedirection();
        assertThat(ownerOf(deal)).isEqualTo(ani.id());
    }

    @Test
    void handsOverWhatWasAmendedAtTheSameMoment() {
        MvcTestResult deactivation = deactivatedDuring(
                () -> deals.amend(deal, factsOf(leaver), fixtures.version(deal), null, administrator), ani.id());

        assertThat(deactivation).hasStatus3xxRedirection();
        assertThat(ownerOf(deal)).isEqualTo(ani.id());
    }

    @Test
    void asksForASuccessorWhereADealWasCreatedAtTheSameMoment() {
        MvcTestResult deactivation = deactivatedDuring(
                () -> deals.create(factsOf(leaver), stages.get(0).id(), null, administrator), null);

        assertThat(deactivation).hasStatus(422);
        assertThat(jdbc.sql("select deactivated_at is null from users where id = :id")
                        .param("id", leaver.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void refusesAnOwnerWhoHasLeft() {
        leave();
        int version = fixtures.version(deal);

        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> deals.assign(deal, leaver.id(), version, administrator));
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> deals.amend(deal, factsOf(leaver), version, null, administrator));
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> deals.create(factsOf(leaver), stages.get(0).id(), null, administrator));
        assertThat(ownerOf(deal)).isEqualTo(ani.id());
    }

    @Test
    void tellsAtTheFieldThatTheOwnerOfANewDealHasJustLeft() {
        MvcTestResult answer = fixtures.meanwhile(
                this::leave,
                () -> save("/deals", Map.of("stage", Long.toString(stages.get(0).id()))));

        assertKeepsTheForm(answer);
        assertThat(jdbc.sql("select count(*) from deal").query(Integer.class).single())
                .isOne();
    }

    @Test
    void tellsAtTheFieldThatTheNewOwnerOfADealHasJustLeft() {
        MvcTestResult answer = fixtures.meanwhile(
                this::leave, () -> save("/deals/" + deal, Map.of("version", Integer.toString(fixtures.version(deal)))));

        assertKeepsTheForm(answer);
        assertThat(ownerOf(deal)).isEqualTo(ani.id());
    }

    private void assertKeepsTheForm(MvcTestResult answer) {
        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .containsPattern("id=\"owner-error\"[^>]*>This person was deactivated a moment ago")
                .contains("value=\"Forty laptops\"", "value=\"PT Baru\"", "<option value=\"\">Choose an owner</option>")
                .doesNotContain(">Budi</option>");
        assertThat(jdbc.sql("select count(*) from organization")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void leave() {
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", leaver.id())
                .update();
    }

    private MvcTestResult save(String url, Map<String, String> more) {
        var form = mvc.post()
                .uri(url)
                .param("title", "Forty laptops")
                .param("currency", "USD")
                .param("organization", "PT Baru")
                .param("owner", Long.toString(leaver.id()))
                .with(as(administrator))
                .with(csrf());
        more.forEach(form::param);
        return form.exchange();
    }

    private MvcTestResult deactivatedDuring(Runnable change, @Nullable Long successor) {
        CompletableFuture<MvcTestResult> deactivation = Objects.requireNonNull(transactions.execute(status -> {
            change.run();
            CompletableFuture<MvcTestResult> waiting = CompletableFuture.supplyAsync(() -> deactivate(successor));
            Awaitility.await()
                    .until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                    .query(Integer.class)
                                    .single()
                            > 0);
            return waiting;
        }));
        return deactivation.join();
    }

    private MvcTestResult deactivate(@Nullable Long successor) {
        return mvc.post()
                .uri("/settings/users/{id}/deactivation", leaver.id())
                .param("successor", successor == null ? "" : successor.toString())
                .with(as(administrator))
                .with(csrf())
                .exchange();
    }

    private static DealFacts factsOf(Viewer owner) {
        return new DealFacts("Fifty laptops", null, "USD", null, owner.id(), null, null, null);
    }

    private long ownerOf(long dealId) {
        return jdbc.sql("select owner_id from deal where id = :id")
                .param("id", dealId)
                .query(Long.class)
                .single();
    }
}
