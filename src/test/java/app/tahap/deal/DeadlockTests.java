package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.UserDeactivated;
import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineFixtures;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes that meet: PostgreSQL ends one of two that wait for each other, and those that can be ordered never do. */
class DeadlockTests extends BoardScene {

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Test
    void handlesARequestThatPostgresEndedOnceMore() {
        assertThat(quickAddInDeadlocks(2)).hasStatus3xxRedirection();

        assertThat(column(stages.get(0))).containsExactly("Ten printers", "Fifty laptops");
        assertThat(organizations()).isOne();
    }

    @Test
    void answersARequestThatPostgresEndsEachTimeWithAConflictAndNothingHalfDone() {
        assertThat(quickAddInDeadlocks(3))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else was changing this at the same time", "href=\"/dashboard\"");

        assertThat(column(stages.get(0))).containsExactly("Fifty laptops");
        assertThat(organizations()).isZero();
    }

    private long organizations() {
        return jdbc.sql("select count(*) from organization").query(Long.class).single();
    }

    /** The request holds its key and waits for the stage, which the test holds, until the test wants the key. */
    private MvcTestResult quickAddInDeadlocks(int times) {
        UUID key = UUID.randomUUID();
        return during(
                () -> {
                    jdbc.sql("set local deadlock_timeout = '1min'").update();
                    lock("stage", stages.get(0).id());
                },
                () -> form(
                                ani,
                                "/columns/" + stages.get(0).id() + "/deals",
                                "title",
                                "Ten printers",
                                "organizationName",
                                "Acme",
                                "key",
                                key)
                        .exchange(),
                () -> {
                    for (int i = 0; i < times; i++) {
                        waitUntilBlocked();
                        jdbc.sql("savepoint before_key").update();
                        jdbc.sql("select pg_advisory_xact_lock(:key)")
                                .param("key", key.getMostSignificantBits() ^ key.getLeastSignificantBits())
                                .query(row -> {});
                        jdbc.sql("rollback to savepoint before_key").update();
                    }
                });
    }

    @Test
    void takesALockThatIsNotToBeHadForALockingFailure() {
        transactions.executeWithoutResult(status -> {
            lock("deal", deal);
            assertThat(CompletableFuture.runAsync(() -> transactions.executeWithoutResult(other -> {
                        jdbc.sql("set local lock_timeout = '300ms'").update();
                        lock("deal", deal);
                    })))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withCauseInstanceOf(PessimisticLockingFailureException.class);
        });
    }

    /** Of two deals the newer one stands on top, and the older one has the lower id. */
    @Test
    void remapsDealsInTheOrderInWhichAHandoverLocksThem() {
        Viewer admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        long newer = fixtures.deal("Ten printers", stages.get(0), ani);
        PipelineFixtures shape = beans.createBean(PipelineFixtures.class);

        assertWaitsWithoutHolding(
                newer, () -> shape.remove(stages.get(0).id(), stages.get(1).id(), admin));
        assertThat(stageOf(newer)).isEqualTo(stages.get(1).id());
    }

    @Test
    void handsDealsOverInTheOrderOfTheirIds() {
        Viewer admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        Viewer budi = fixtures.user("Budi", Role.REP);
        long newer = fixtures.deal("Ten printers", stages.get(0), ani);
        jdbc.sql("update deal set rank = rank where id = :id")
                .param("id", deal)
                .update(); // now the last one in the table

        assertWaitsWithoutHolding(
                newer,
                () -> transactions.executeWithoutResult(
                        status -> events.publishEvent(new UserDeactivated(ani.id(), budi.id(), admin))));
    }

    /** Who changes a framework locks it, and then the deals that are rated by it. */
    @Test
    void waitsForAFrameworkBeforeItLocksTheDealThatIsRatedOnItsWay() {
        long budget = jdbc.sql("select id from qualification_criterion where name = 'Budget'")
                .query(Long.class)
                .single();
        long framework = jdbc.sql("select id from qualification_framework")
                .query(Long.class)
                .single();

        MvcTestResult moved = during(
                () -> lock("qualification_framework", framework),
                () -> post(
                        ani,
                        "/deals/" + deal + "/stage",
                        "stageId",
                        stages.get(1).id(),
                        "version",
                        0,
                        "asked",
                        true,
                        "part[rating" + budget + "]",
                        2),
                () -> {
                    jdbc.sql("set local lock_timeout = '500ms'").update();
                    lock("deal", deal);
                });

        assertThat(moved).hasStatusOk();
        assertThat(stageOf(deal)).isEqualTo(stages.get(1).id());
    }

    private void assertWaitsWithoutHolding(long newer, Runnable change) {
        during(
                () -> lock("deal", deal),
                () -> {
                    change.run();
                    return true;
                },
                () -> {
                    jdbc.sql("set local lock_timeout = '500ms'").update();
                    lock("deal", newer);
                });
    }

    /** Runs a change while a transaction holds locks, and does something more once the change waits for them. */
    private <T> T during(Runnable before, Supplier<T> change, Runnable whenBlocked) {
        CompletableFuture<T> result = Objects.requireNonNull(transactions.execute(status -> {
            before.run();
            CompletableFuture<T> running = CompletableFuture.supplyAsync(change);
            waitUntilBlocked();
            whenBlocked.run();
            return running;
        }));
        assertThat(result).succeedsWithin(Duration.ofSeconds(20));
        return result.join();
    }

    private void lock(String table, long id) {
        jdbc.sql("select id from " + table + " where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private void waitUntilBlocked() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The change did not wait");
            }
            Thread.onSpinWait();
        }
    }
}
