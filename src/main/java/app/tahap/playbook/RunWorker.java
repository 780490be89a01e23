package app.tahap.playbook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries runs out, each in one transaction with the note that it was done: if Tahap is killed meanwhile, neither is there,
 * and the run waits as before. What the rules do not allow fails for good; what failed by accident is tried again, after
 * pauses that grow.
 */
@Component
class RunWorker {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    /** After so many the job ends and is scheduled again, so that others get their turn. */
    static final int BATCH = 100;

    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8));

    private final RunQueue queue;
    private final RunPerformer performer;
    private final RunNews news;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RunWorker(RunQueue queue, RunPerformer performer, RunNews news, TransactionTemplate transactions, Clock clock) {
        this.queue = queue;
        this.performer = performer;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Carries out what is due; answers whether it stopped before the end. */
    boolean work(BooleanSupplier stopping) {
        for (int i = 0; i < BATCH && !stopping.getAsBoolean(); i++) {
            if (!workOnNext()) {
                return false;
            }
        }
        return true;
    }

    private boolean workOnNext() {
        AtomicReference<@Nullable WaitingRun> taken = new AtomicReference<>();
        try {
            Optional<WaitingRun> done = transactions.execute(status -> {
                Optional<WaitingRun> next = queue.next();
                next.ifPresent(run -> {
                    taken.set(run);
                    perform(run);
                });
                return next;
            });
            return done != null && done.isPresent();
        } catch (ActionFailedException failed) {
            fail(taken.get(), failed.end());
            return true;
        } catch (RuntimeException accident) {
            WaitingRun run = taken.get();
            if (run == null) {
                throw accident;
            }
            LOG.warn("Run {} of playbook {} could not be carried out", run.id(), run.playbookId(), accident);
            postpone(run);
            return true;
        }
    }

    private void perform(WaitingRun run) {
        RunEnd end = Chain.of(run).during(() -> performer.perform(run));
        queue.end(run.id(), end);
        news.tell(run, end);
    }

    private void fail(@Nullable WaitingRun run, RunEnd end) {
        if (run != null) {
            transactions.executeWithoutResult(status -> {
                if (queue.end(run.id(), end)) {
                    news.tell(run, end);
                }
            });
        }
    }

    private void postpone(WaitingRun run) {
        if (run.attempts() >= PAUSES.size()) {
            fail(run, new RunEnd(RunState.FAILED, "playbook.failed.technical", List.of(), null));
        } else {
            transactions.executeWithoutResult(
                    status -> queue.postpone(run.id(), clock.instant().plus(PAUSES.get(run.attempts()))));
        }
    }
}
