package app.tahap;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerConfigurationSupport;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;

/** Does jobs when a test says so, in the test's thread and by the test's clock. */
@TestConfiguration(proxyBeanMethods = false)
public class TestJobs {

    private final DataSource database;
    private final List<Task<?>> tasks;
    private final Clock clock;

    public TestJobs(DataSource database, List<Task<?>> tasks, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Does what is due by now, and what that makes due. */
    public void doWhatIsDue() {
        replica().runAnyDueExecutions();
    }

    /** Finds the jobs of replicas of which nothing has been heard for long, as another replica does. */
    public void takeOverFromTheDead() {
        replica().runDeadExecutionDetection();
    }

    /** Another replica, with jobs of its own at work. */
    public ManualScheduler replica() {
        SettableClock now = new SettableClock();
        now.set(clock.instant());
        ManualScheduler scheduler = TestHelper.createManualScheduler(
                        DbSchedulerConfigurationSupport.configureDataSource(database), tasks)
                .clock(now)
                .alwaysPersistTimestampInUTC()
                .build();
        scheduler.start();
        return scheduler;
    }
}
