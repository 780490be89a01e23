package app.tahap.report;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a part of a report in a second connection, which sees the same instant as the first: PostgreSQL lends the snapshot
 * of one transaction to another. See decision 0261.
 */
@Component
class ReadingBeside {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TaskExecutor executor;

    ReadingBeside(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.transaction.setReadOnly(true);
        this.executor = executor;
    }

    /**
     * Begins to read what the calling transaction sees; that must be of the isolation REPEATABLE READ, and last until the
     * answer is taken. Who takes it before a second connection was to be had reads it in the first, so that nobody who
     * holds a connection waits for another.
     *
     * @return gives what was read, or throws what the reading threw
     */
    <T> Supplier<T> begin(Supplier<T> reading) {
        Thread caller = Thread.currentThread();
        String snapshot =
                jdbc.sql("select pg_export_snapshot()").query(String.class).single();
        FutureTask<T> task = new FutureTask<>(() -> {
            if (Thread.currentThread() != caller) {
                jdbc.sql("set transaction snapshot '" + snapshot + "'").update();
            }
            return reading.get();
        });
        executor.execute(() -> inSecondConnection(task));
        return () -> {
            task.run(); // does nothing if it runs or ran already
            return result(task);
        };
    }

    private void inSecondConnection(FutureTask<?> task) {
        if (!task.isDone()) {
            transaction.executeWithoutResult(status -> task.run());
        }
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
