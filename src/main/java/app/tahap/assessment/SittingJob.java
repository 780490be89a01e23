package app.tahap.assessment;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends sittings whose authors did not say that they are over. */
@Configuration(proxyBeanMethods = false)
class SittingJob {

    private static final String NAME = "assessment-sitting";

    static TaskInstance<Void> of(long dealId, long authorId) {
        return new TaskInstance<>(NAME, dealId + "-" + authorId);
    }

    @Bean
    static OneTimeTask<Void> assessmentSitting(Sittings sittings, TransactionTemplate transactions) {
        return Tasks.oneTime(NAME).execute((sitting, context) -> {
            String[] ids = sitting.getId().split("-");
            transactions.executeWithoutResult(status -> sittings.end(Long.parseLong(ids[0]), Long.parseLong(ids[1])));
        });
    }
}
