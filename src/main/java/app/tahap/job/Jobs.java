package app.tahap.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Schedules what is to go on after a transaction, in that transaction: it happens if and only if the rest of it does. A job
 * is a bean of db-scheduler's {@code Task}; what it needs to know is best told by the instance's id, such as that of a row.
 * It can be done twice, if Tahap is killed after its effect and before that is noted, and must bear it.
 */
@Component
public class Jobs {

    private final ObjectProvider<Scheduler> scheduler;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Asked for later: the scheduler needs all jobs, and jobs schedule others. */
    Jobs(ObjectProvider<Scheduler> scheduler, JdbcClient jdbc, Clock clock) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Schedules a job; one of the same task with the same id that waits already stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void schedule(TaskInstance<?> job, Instant at) {
        scheduler.getObject().scheduleIfNotExists(job, at);
        wakeAfterCommit();
    }

    /**
     * Has a job without data done at once that many transactions ask for at the same moment, each with one statement right
     * before its commit, so that they hardly wait for each other. One that waits or is at work already stays as it is: such
     * a job looks itself for what there is to do, also for what came while it was ending.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void wake(TaskInstance<?> job) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                put(job);
            }
        });
        wakeAfterCommit();
    }

    private void put(TaskInstance<?> job) {
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:name, :id, :now, false, 1) on conflict do nothing
                        """)
                .param("name", job.getTaskName())
                .param("id", job.getId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is due at once need not wait until the scheduler looks next. */
    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }
}
