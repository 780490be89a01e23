package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.CriterionKind;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineTemplates;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.Template;
import app.tahap.web.RuleException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which moves exit criteria hold up, which they do not, and how a deal gets past them. */
@DatabaseTest
class StageGateTests {

    @Autowired
    DealService deals;

    @Autowired
    DealUndo undo;

    @Autowired
    ExitCriteria criteria;

    @Autowired
    PipelineTemplates templates;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Fixtures fixtures;

    List<Stage> stages;
    Viewer ani;
    Viewer maya;
    long deal;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        CriteriaScene.clear(jdbc);
        ani = fixtures.user("Ani", Role.REP);
        maya = fixtures.user("Maya", Role.MANAGER);
        deal = fixtures.deal("Fifty laptops", stages.get(1), ani, null, "USD");
    }

    @Test
    void holdsUpADealThatLacksWhatItsStageRequires() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);

        assertThatExceptionOfType(CriteriaMissingException.class)
                .isThrownBy(() -> move(2))
                .satisfies(refused -> assertThat(refused.missing())
                        .extracting(ExitCriterion::kind, ExitCriterion::stage)
                        .containsExactly(
                                tuple(CriterionKind.AMOUNT, stages.get(1).getName())));
        assertThat(stageOf(deal)).isEqualTo(stages.get(1).id());
        assertThat(events()).containsExactly("CREATED");
    }

    @Test
    void gathersTheCriteriaOfAllStagesThatAreLeftOrSkipped() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.SOURCE);
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        CriteriaScene.require(jdbc, stages.get(2), CriterionKind.PERSON);
        CriteriaScene.require(jdbc, stages.get(3), CriterionKind.EXPECTED_CLOSE);
        CriteriaScene.require(jdbc, stages.get(4), CriterionKind.ORGANIZATION);

        assertThatExceptionOfType(CriteriaMissingException.class)
                .isThrownBy(() -> move(4))
                .satisfies(refused -> assertThat(refused.missing())
                        .extracting(ExitCriterion::kind)
                        .containsExactly(CriterionKind.AMOUNT, CriterionKind.PERSON, CriterionKind.EXPECTED_CLOSE));
    }

    @Test
    void letsEveryDealGoBack() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.AMOUNT);
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);

        move(0);

        assertThat(stageOf(deal)).isEqualTo(stages.get(0).id());
    }

    @Test
    void onlyAdvisesWhatIsNotRequired() {
        CriteriaScene.advise(jdbc, stages.get(1), CriterionKind.AMOUNT);

        move(2);

        assertThat(events()).containsExactly("CREATED", "MOVED");
        assertThat(criteria.passed(deal, stages.get(3).id())).isEmpty();
    }

    @Test
    void asksForTheStageLeftAndThoseSkippedInAnotherPipeline() {
        Pipeline renewals = Objects.requireNonNull(
                transactions.execute(status -> templates.create("Renewals", Template.FOUR, Locale.ENGLISH)));
        CriteriaScene.clear(jdbc);
        List<Stage> others = fixtures.stages(renewals);
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        CriteriaScene.require(jdbc, stages.get(2), CriterionKind.PERSON);
        CriteriaScene.require(jdbc, others.get(0), CriterionKind.SOURCE);
        CriteriaScene.require(jdbc, others.get(1), CriterionKind.EXPECTED_CLOSE);

        assertThat(criteria.passed(deal, others.get(1).id()))
                .extracting(ExitCriterion::kind)
                .containsExactly(CriterionKind.AMOUNT, CriterionKind.SOURCE);
    }

    @Test
    void fillsInWhatIsMissingAndMovesInOneGo() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        long item = CriteriaScene.requireItem(jdbc, stages.get(1), "Budget confirmed");
        Passage passage = new Passage(worth("2500"), Set.of(item), null, true);

        long event = deals.move(deal, to(2), passage, ani).orElseThrow();

        assertThat(events()).containsExactly("CREATED", "AMENDED", "MOVED");
        assertThat(amount()).isEqualByComparingTo("2500");
        assertThat(criteria.passed(deal, stages.get(3).id())).isEmpty();
        undo.undo(deal, event, ani);
        assertThat(stageOf(deal)).isEqualTo(stages.get(1).id());
        assertThat(amount()).isEqualByComparingTo("2500");
        assertThat(criteria.passed(deal, stages.get(2).id())).allMatch(ExitCriterion::met);
    }

    @Test
    void changesNothingWhereSomethingIsStillMissing() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.PERSON);
        long item = CriteriaScene.requireItem(jdbc, stages.get(1), "Budget confirmed");
        Passage passage = new Passage(worth("2500"), Set.of(item), null, true);

        assertThatExceptionOfType(CriteriaMissingException.class)
                .isThrownBy(() -> deals.move(deal, to(2), passage, ani));

        assertThat(events()).containsExactly("CREATED");
        assertThat(amount()).isNull();
        assertThat(criteria.passed(deal, stages.get(2).id())).noneMatch(ExitCriterion::met);
    }

    @Test
    void ticksNothingOfAnotherPipeline() {
        Pipeline renewals = Objects.requireNonNull(
                transactions.execute(status -> templates.create("Renewals", Template.FOUR, Locale.ENGLISH)));
        long foreign = CriteriaScene.requireItem(jdbc, fixtures.stages(renewals).get(0), "Contract read");

        deals.move(deal, to(2), new Passage(UnaryOperator.identity(), Set.of(foreign, 999_999L), null, true), ani);

        assertThat(jdbc.sql("select count(*) from deal_tick").query(Long.class).single())
                .isZero();
    }

    @Test
    void letsAManagerExceptADealWithAReason() {
        long required = CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.EXPECTED_CLOSE);
        CriteriaScene.advise(jdbc, stages.get(1), CriterionKind.PERSON);
        Passage passage =
                new Passage(facts -> facts.expectedOn(LocalDate.of(2027, 1, 15)), Set.of(), "Signed on paper", true);

        long event = deals.move(deal, to(2), passage, maya).orElseThrow();

        assertThat(jdbc.sql("select criteria from criterion_exception where event_id = :event and reason = :reason")
                        .param("event", event)
                        .param("reason", "Signed on paper")
                        .query((row, number) -> (Long[]) row.getArray(1).getArray())
                        .single())
                .containsExactly(required);
    }

    @Test
    void keepsNoExceptionWhereNothingWasMissing() {
        deals.move(deal, to(2), new Passage(UnaryOperator.identity(), Set.of(), "Just in case", true), maya);

        assertThat(jdbc.sql("select count(*) from criterion_exception")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void letsNoRepExceptADeal() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        Passage passage = new Passage(UnaryOperator.identity(), Set.of(), "I am in a hurry", true);

        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> deals.move(deal, to(2), passage, ani))
                .withMessage("deal.criteria.exception.role");
        assertThat(events()).containsExactly("CREATED");
    }

    @Test
    void asksForWhatItsStageRequiresOfADealThatIsWonAndNotOfOneThatIsLost() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        CriteriaScene.require(jdbc, stages.get(4), CriterionKind.PERSON);
        Closing won = new Closing(Outcome.WON, null, null, 0, UUID.randomUUID());

        assertThatExceptionOfType(CriteriaMissingException.class)
                .isThrownBy(() -> deals.close(deal, won, Passage.PLAIN, ani));
        deals.close(deal, Outcome.LOST, fixtures.reason("LOST"), null, 0, null, ani);
        deals.reopen(deal, 1, null, ani);
        Closing again = new Closing(Outcome.WON, null, null, 2, UUID.randomUUID());
        deals.close(deal, again, new Passage(worth("10"), Set.of(), null, true), ani);

        assertThat(events()).containsExactly("CREATED", "LOST", "REOPENED", "AMENDED", "WON");
    }

    @Test
    void doesNotHoldUpWhoIsNoneOfUs() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);

        deals.close(deal, new Closing(Outcome.WON, null, null, 0, null), Passage.UNCHECKED, ani);

        assertThat(events()).containsExactly("CREATED", "WON");
        assertThat(jdbc.sql("select count(*) from criterion_exception")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void makesOneMoveOfTwoRequestsWithTheSameKey() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        DealMove move = to(2);
        Passage passage = new Passage(worth("2500"), Set.of(), null, true);

        long first = deals.move(deal, move, passage, ani).orElseThrow();
        long second = deals.move(deal, move, passage, ani).orElseThrow();

        assertThat(second).isEqualTo(first);
        assertThat(events()).containsExactly("CREATED", "AMENDED", "MOVED");
    }

    @Test
    void refusesAStaleMoveBeforeItAsksForCriteria() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        deals.assign(deal, maya.id(), 0, maya);
        DealMove stale = new DealMove(stages.get(2).id(), null, null, 0, UUID.randomUUID());

        assertThatExceptionOfType(StaleDealException.class)
                .isThrownBy(() -> deals.move(deal, stale, new Passage(worth("1"), Set.of(), null, true), maya));
        assertThat(amount()).isNull();
    }

    @Test
    void refusesToMoveAClosedDealBeforeItAsksForCriteria() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        deals.close(deal, Outcome.LOST, fixtures.reason("LOST"), null, 0, null, ani);

        assertThatExceptionOfType(RuleException.class).isThrownBy(() -> move(2)).withMessage("deal.closed");
    }

    @Test
    void checksAHundredDealsWithOneStatement() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.AMOUNT);
        CriteriaScene.requireItem(jdbc, stages.get(2), "Budget confirmed");
        List<Long> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(fixtures.deal("Deal " + i, stages.get(i % 2), ani));
        }

        int statements = StatementCount.of(
                () -> assertThat(criteria.passed(many, stages.get(3).id())).hasSize(100));

        assertThat(statements).isEqualTo(1);
    }

    private static UnaryOperator<DealFacts> worth(String amount) {
        return facts -> facts.worth(new BigDecimal(amount), facts.currency());
    }

    private DealMove to(int stage) {
        return new DealMove(stages.get(stage).id(), null, null, fixtures.version(deal), UUID.randomUUID());
    }

    private void move(int stage) {
        deals.move(deal, to(stage), ani);
    }

    private long stageOf(long id) {
        return jdbc.sql("select stage_id from deal where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private @Nullable BigDecimal amount() {
        return jdbc.sql("select amount from deal where id = :id")
                .param("id", deal)
                .query((row, number) -> Optional.ofNullable(row.getBigDecimal(1)))
                .single()
                .orElse(null);
    }

    private List<String> events() {
        return jdbc.sql("select kind from deal_event where deal_id = :id order by id")
                .param("id", deal)
                .query(String.class)
                .list();
    }
}
