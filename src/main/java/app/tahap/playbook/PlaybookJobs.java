package app.tahap.playbook;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job that carries runs out, one after the other and on one replica at a time, so that however many there are, they slow
 * nobody's requests; and the one that looks once a minute for deals that stay long.
 */
@Configuration(proxyBeanMethods = false)
class PlaybookJobs {

    private static final String NAME = "run-playbooks";
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

    static final TaskInstance<Void> QUEUE = new TaskInstance<>(NAME, "queue");

    @Bean
    static Task<Void> runPlaybooks(RunWorker worker, RunQueue queue) {
        return Tasks.custom(NAME, Void.class)
                .onFailure((complete, job) ->
                        job.reschedule(complete, complete.getTimeDone().plus(AFTER_FAULT)))
                .onDeadExecution((complete, job) -> job.reschedule(complete, complete.getTimeDone()))
                .execute((job, context) -> {
                    boolean more = worker.work(() -> context.getSchedulerState().isShuttingDown());
                    return (complete, operations) -> {
                        if (more) {
                            operations.reschedule(complete, complete.getTimeDone());
                        } else {
                            operations.remove();
                            queue.wakeIfDue();
                        }
                    };
                });
    }

    @Bean
    static RecurringTask<Void> findLongStays(LongStays stays) {
        return Tasks.recurring("find-long-stays", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((job, context) -> stays.look());
    }
}
