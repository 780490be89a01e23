package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ReadingBesideTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    ReadingBeside beside;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TransactionTemplate report;
    Viewer ani;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.MANAGER);
        fixtures.deal("Fifty laptops", stages.get(0), ani);
        report = new TransactionTemplate(transactions);
        report.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        report.setReadOnly(true);
    }

    @Test
    void readsInAnotherConnectionWhatTheFirstSees() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);

        report.executeWithoutResult(status -> {
            int connection = connection();
            Supplier<List<Integer>> reading = beside.begin(() -> {
                started.countDown();
                await(changed);
                return List.of(connection(), deals());
            });
            await(started);
            elsewhere(() -> fixtures.deal("A warehouse", stages.get(0), ani));
            changed.countDown();

            assertThat(reading.get()).element(0).isNotEqualTo(connection);
            assertThat(reading.get()).element(1).as("deals").isEqualTo(1);
            assertThat(deals()).isEqualTo(1);
        });
        assertThat(deals()).isEqualTo(2);
    }

    @Test
    void readsInTheFirstConnectionWhereNoOtherIsToBeHad() {
        ReadingBeside alone = new ReadingBeside(jdbc, transactions, task -> {});

        report.executeWithoutResult(status -> {
            int connection = connection();

            assertThat(alone.begin(this::connection).get()).isEqualTo(connection);
        });
    }

    @Test
    void passesOnWhatTheReadingThrows() {
        report.executeWithoutResult(status -> {
            Supplier<Integer> reading = beside.begin(() -> {
                throw new IllegalArgumentException("no such column");
            });

            assertThatThrownBy(reading::get).isInstanceOf(IllegalArgumentException.class);
        });
    }

    private int connection() {
        return jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    private int deals() {
        return jdbc.sql("select count(*) from deal").query(Integer.class).single();
    }

    private static void elsewhere(Runnable change) {
        try {
            CompletableFuture.runAsync(change).get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new TimeoutException();
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
