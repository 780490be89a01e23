package app.tahap.job;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    /** Jobs are due by the clock by which everything else is dated. */
    @Bean
    static Clock dbSchedulerClock(java.time.Clock clock) {
        return clock::instant;
    }

    /** Told, not found out: to ask the database there must be one already. */
    @Bean
    static DbSchedulerCustomizer jobsOnPostgres() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<JdbcCustomization> jdbcCustomization() {
                return Optional.of(new PostgreSqlJdbcCustomization(false, true));
            }
        };
    }

    /** @param enabled false where nothing is to happen by itself: in commands, and in tests */
    @Bean
    static DbSchedulerStarter jobStarter(Scheduler scheduler, @Value("${tahap.jobs.enabled:true}") boolean enabled) {
        return new Starter(scheduler, enabled);
    }

    private record Starter(Scheduler scheduler, boolean enabled)
            implements DbSchedulerStarter, ApplicationListener<ApplicationReadyEvent> {

        @Override
        public void onApplicationEvent(ApplicationReadyEvent ready) {
            doStart();
        }

        @Override
        public void doStart() {
            if (enabled) {
                scheduler.start();
            }
        }
    }
}
