package app.tahap.exchange;

import app.tahap.account.Viewer;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Starts the jobs that read files from end to end. Each outlives the request that asked for it; most are done so soon that
 * the answer can wait for them.
 */
@Component
class ImportJobs {

    private static final long PATIENCE_MILLIS = 1_500;

    private final ImportService service;
    private final ImportWorker worker;
    private final AsyncTaskExecutor executor;

    ImportJobs(
            ImportService service,
            ImportWorker worker,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
        this.service = service;
        this.worker = worker;
        this.executor = executor;
    }

    /** Begins the dry run. */
    void check(long id, ValuesForm form, Viewer viewer) {
        start(id, service.check(id, form, viewer), false, viewer);
    }

    /** Begins to write deals. */
    void run(long id, int version, Viewer viewer) {
        start(id, service.run(id, version, viewer), true, viewer);
    }

    /** Goes on where a dead job stopped. */
    void goOn(long id, Viewer viewer) {
        start(id, service.goOn(id, viewer), true, viewer);
    }

    private void start(long id, UUID job, boolean write, Viewer viewer) {
        Future<?> work = executor.submit(() -> worker.work(id, job, write, viewer));
        try {
            work.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            // the page shows how far it is
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
