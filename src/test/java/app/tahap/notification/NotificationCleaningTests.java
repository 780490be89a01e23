package app.tahap.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.TestJobs;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class NotificationCleaningTests {

    @Autowired
    NotificationCleaning cleaning;

    @Autowired
    RecurringTask<Void> notificationCleaningTask;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock.Turnable clock;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        ani = fixtures.user("Ani Basuki", Role.REP);
    }

    @Test
    void removesWhatWasReadNinetyDaysAgoAndWhatNobodyReadForAYear() {
        add("read long ago", 400, 91);
        add("just read, though old", 400, 89);
        add("never read", 366, null);
        add("not read yet", 364, null);

        cleaning.clean();

        assertThat(left()).containsExactly("just read, though old", "not read yet");
    }

    @Test
    void removesTheOldestFirstAndSomeAtATime() {
        for (int i = 0; i < 5; i++) {
            add("read " + i, 200, 100);
        }

        assertThat(cleaning.cleanSome(3)).isEqualTo(3);
        assertThat(left()).containsExactly("read 3", "read 4");
        assertThat(cleaning.cleanSome(3)).isEqualTo(2);
        assertThat(cleaning.cleanSome(3)).isZero();
    }

    @Test
    void removesMoreThanOneBatch() {
        jdbc.sql("""
                        insert into notification (user_id, topic, message, arguments, path, created_at, read_at)
                        select :user, 'MAIL', 'old', '[]', '/', :at, :at from generate_series(1, :number)
                        """)
                .param("user", ani.id())
                .param("at", Timestamp.from(clock.instant().minus(Duration.ofDays(100))))
                .param("number", 2 * NotificationCleaning.BATCH + 1)
                .update();

        cleaning.clean();

        assertThat(left()).isEmpty();
    }

    @Test
    void isDoneOnceADay() {
        ManualScheduler scheduler = jobs.replica();
        Instant first = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .with(LocalTime.of(19, 0))
                .toInstant();
        scheduler.schedule(notificationCleaningTask.instance(RecurringTask.INSTANCE), first);
        add("read in time", 60, 89);

        turnTo(first);
        jobs.doWhatIsDue();
        assertThat(left()).containsExactly("read in time");
        turnTo(first.plus(Duration.ofHours(23)));
        jobs.doWhatIsDue();
        assertThat(left()).as("it may go by now, but not before night").containsExactly("read in time");
        turnTo(first.plus(Duration.ofDays(1)));
        jobs.doWhatIsDue();
        assertThat(left()).isEmpty();
    }

    private void turnTo(Instant moment) {
        clock.turn(Duration.between(clock.instant(), moment));
    }

    private void add(String message, int daysOld, @Nullable Integer readDaysAgo) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into notification (user_id, topic, message, arguments, path, created_at, read_at)
                        values (:user, 'MAIL', :message, '[]', '/', :created, cast(:read as timestamptz))
                        """)
                .param("user", ani.id())
                .param("message", message)
                .param("created", Timestamp.from(now.minus(Duration.ofDays(daysOld))))
                .param("read", readDaysAgo == null ? null : Timestamp.from(now.minus(Duration.ofDays(readDaysAgo))))
                .update();
    }

    private List<String> left() {
        return jdbc.sql("select message from notification order by id")
                .query(String.class)
                .list();
    }
}
