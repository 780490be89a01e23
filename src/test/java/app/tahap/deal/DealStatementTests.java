package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How many statements a change costs: each is a round trip to the database. */
@DatabaseTest
class DealStatementTests {

    @Autowired
    DealService deals;

    @Autowired
    Fixtures fixtures;

    List<Stage> stages;
    Viewer ani;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani", Role.REP);
    }

    /** Deal, target, its stage, criteria, neighbours; event, the stay that ends, the one that begins, the playbooks that it sets off, deal. */
    @Test
    void movesADealForwardWithTenStatements() {
        long deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        long below = fixtures.deal("A fleet", stages.get(1), ani);
        long above = fixtures.deal("A warehouse", stages.get(1), ani);
        DealMove move = new DealMove(stages.get(1).id(), above, below, fixtures.version(deal), UUID.randomUUID());

        int statements = StatementCount.of(() -> deals.move(deal, move, ani));

        assertThat(statements).isEqualTo(10);
    }

    @Test
    void asksForNoCriteriaOfAMoveBack() {
        long deal = fixtures.deal("Fifty laptops", stages.get(1), ani);
        DealMove move = new DealMove(stages.get(0).id(), null, null, fixtures.version(deal), UUID.randomUUID());

        int statements = StatementCount.of(() -> deals.move(deal, move, ani));

        assertThat(statements).isLessThanOrEqualTo(10); // the stays of a deal that goes back are looked at once more
    }
}
