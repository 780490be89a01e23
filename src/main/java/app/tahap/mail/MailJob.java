package app.tahap.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that sends a mail. Where it ends without telling what became of the mail, nobody knows. */
@Configuration(proxyBeanMethods = false)
class MailJob {

    private static final String NAME = "send-mail";
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

    /** What a job is about: each time that an author has a mail sent is another round. */
    private record Errand(long mailId, int round) {

        static Errand of(TaskInstance<?> job) {
            String[] parts = job.getId().split("\\.", 2);
            return new Errand(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    static TaskInstance<Void> instance(long mailId, int round) {
        return new TaskInstance<>(NAME, mailId + "." + round);
    }

    @Bean
    static Task<Void> sendMail(MailDelivery delivery, Outbox outbox) {
        return Tasks.custom(NAME, Void.class)
                .onFailure((complete, job) -> {
                    abandon(complete.getExecution().taskInstance, outbox);
                    job.reschedule(complete, complete.getTimeDone().plus(AFTER_FAULT));
                })
                .onDeadExecution((complete, job) -> {
                    abandon(complete.getExecution().taskInstance, outbox);
                    job.reschedule(complete, complete.getTimeDone());
                })
                .execute((job, context) -> {
                    Errand errand = Errand.of(job);
                    var next = delivery.deliver(errand.mailId(), errand.round());
                    return (complete, operations) -> {
                        if (next.isPresent()) {
                            operations.reschedule(complete, next.get());
                        } else {
                            operations.remove();
                        }
                    };
                });
    }

    private static void abandon(TaskInstance<?> job, Outbox outbox) {
        Errand errand = Errand.of(job);
        outbox.abandoned(errand.mailId(), errand.round());
    }
}
