package app.tahap.deal;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealHistory.Action;
import app.tahap.deal.DealHistory.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever happens to deals and their pipelines, in whatever order, the log, the stays and the deals agree. A failing
 * sequence is printed as short as it can be made, with the seed that finds it again.
 */
@DatabaseTest
class DealHistoryPropertyTests {

    @Autowired
    ApplicationContext context;

    List<Viewer> administrators = List.of();

    @BeforeProperty
    void inject() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        Fixtures fixtures = context.getBean(Fixtures.class);
        fixtures.workspace();
        administrators = List.of(
                fixtures.user("Ani Basuki", Role.ADMINISTRATOR), fixtures.user("Budi Santoso", Role.ADMINISTRATOR));
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void theLogTheStaysAndTheDealsAgree(@ForAll("steps") List<Step> steps) {
        DealHistory history = context.getAutowireCapableBeanFactory().createBean(DealHistory.class);
        history.begin(administrators);
        steps.forEach(history::take);
        history.end();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Action> actions = Arbitraries.frequency(
                Tuple.of(2, Action.CREATE),
                Tuple.of(10, Action.MOVE),
                Tuple.of(12, Action.UNDO),
                Tuple.of(3, Action.WIN),
                Tuple.of(2, Action.LOSE),
                Tuple.of(1, Action.DISQUALIFY),
                Tuple.of(2, Action.PARK),
                Tuple.of(2, Action.WAKE),
                Tuple.of(5, Action.REOPEN),
                Tuple.of(2, Action.AMEND),
                Tuple.of(1, Action.ASSIGN),
                Tuple.of(1, Action.DELETE),
                Tuple.of(2, Action.RESTORE),
                Tuple.of(4, Action.REMOVE_STAGE),
                Tuple.of(3, Action.MERGE_STAGE),
                Tuple.of(3, Action.ADD_STAGE),
                Tuple.of(2, Action.PLACE_STAGE),
                Tuple.of(2, Action.ARCHIVE_PIPELINE),
                Tuple.of(2, Action.RESTORE_PIPELINE),
                Tuple.of(1, Action.WAIT),
                Tuple.of(2, Action.CHANGE_RATE));
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 11);
        return Combinators.combine(actions, number, number)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
