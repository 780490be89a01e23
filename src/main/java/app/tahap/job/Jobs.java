package app.tahap.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
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

    /** Asked for later: the scheduler needs all jobs, and jobs schedule others. */
    Jobs(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /** Schedules a job; one of the same task with the same id that waits already stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void schedule(TaskInstance<?> job, Instant at) {
        scheduler.getObject().scheduleIfNotExists(job, at);
        wakeAfterCommit();
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
