package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ConcurrentMoveTests {

    @Autowired
    DealService deals;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsWhoWaitedForAnotherMoveThatTheDealHasMoved() {
        List<Stage> stages = fixtures.stages(fixtures.workspace());
        Viewer ani = fixtures.user("Ani", Role.REP);
        long deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        int version = fixtures.version(deal);

        CompletableFuture<?> second = Objects.requireNonNull(transactions.execute(status -> {
            deals.move(deal, to(stages.get(1), version), ani);
            CompletableFuture<?> waiting =
                    CompletableFuture.runAsync(() -> deals.move(deal, to(stages.get(2), version), ani));
            waitUntilBlocked();
            return waiting;
        }));

        assertThat(second)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(StaleDealException.class);
    }

    private static DealMove to(Stage stage, int version) {
        return new DealMove(stage.id(), null, null, version, UUID.randomUUID());
    }

    private void waitUntilBlocked() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            int blocked = jdbc.sql("select count(*) from pg_locks where not granted")
                    .query(Integer.class)
                    .single();
            if (blocked > 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("The second move did not wait for the first");
    }
}
