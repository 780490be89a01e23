package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Stage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class StagePacesTests {

    @Autowired
    StagePaces paces;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock.Turnable clock;

    Viewer ani;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
    }

    @Test
    void isWithinWhatFourOfFiveWonDealsStayed() {
        winAfterDays(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

        assertThat(paces.refresh(Duration.ZERO)).isTrue();

        assertThat(paces()).containsExactly(Map.of("stage_id", stages.get(0).id(), "days", "9.0", "stays", 11));
    }

    @Test
    void isUnknownWhereFewDealsWereWon() {
        winAfterDays(1, 2, 3, 4, 5, 6, 7, 8, 9);

        paces.refresh(Duration.ZERO);

        assertThat(paces()).isEmpty();
    }

    @Test
    void forgetsStagesThatHaveTooFewNow() {
        winAfterDays(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        paces.refresh(Duration.ZERO);
        jdbc.sql("update deal set deleted_at = now() where id = (select min(id) from deal)")
                .update();
        clock.turn(Duration.ofMinutes(1));

        paces.refresh(Duration.ZERO);

        assertThat(paces()).isEmpty();
    }

    @Test
    void isNotReadAnewWhileItIsYoung() {
        winAfterDays(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        paces.refresh(Duration.ZERO);
        clock.turn(Duration.ofMinutes(50));

        assertThat(paces.refresh(Duration.ofMinutes(55))).isFalse();

        clock.turn(Duration.ofMinutes(10));
        assertThat(paces.refresh(Duration.ofMinutes(55))).isTrue();
    }

    @Test
    void leavesItToTheReplicaThatIsAtIt() {
        boolean[] done = {true};
        transactions.executeWithoutResult(status -> {
            paces.refresh(Duration.ZERO);
            Thread other = new Thread(() -> done[0] = paces.refresh(Duration.ZERO));
            other.start();
            try {
                other.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(done[0]).isFalse();
    }

    /** The deals are created together, and each is won so many days later. */
    private void winAfterDays(int... days) {
        List<Long> created = Arrays.stream(days)
                .mapToObj(day -> fixtures.deal("Deal " + day, stages.get(0), ani))
                .toList();
        int passed = 0;
        for (int i = 0; i < days.length; i++) {
            clock.turn(Duration.ofDays(days[i] - passed));
            passed = days[i];
            deals.close(created.get(i), Outcome.WON, null, null, 0, null, ani);
        }
    }

    private List<Map<String, Object>> paces() {
        return jdbc.sql("select stage_id, round(p80_days::numeric, 1)::text as days, stays from stage_pace")
                .query()
                .listOfRows();
    }
}
