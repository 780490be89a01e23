package app.tahap.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes old notifications once a day, when it is night in Indonesia; by whichever replica comes first. */
@Configuration(proxyBeanMethods = false)
class NotificationCleaningJob {

    static final String NAME = "notification-cleaning";

    private static final LocalTime NIGHT = LocalTime.of(19, 0);

    @Bean
    static RecurringTask<Void> notificationCleaningTask(NotificationCleaning cleaning) {
        return Tasks.recurring(NAME, Schedules.daily(ZoneOffset.UTC, NIGHT))
                .execute((instance, context) -> cleaning.clean());
    }
}
