package app.tahap.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes notifications that nobody will look at again: such as were read long ago, and such as were never read. */
@Component
class NotificationCleaning {

    private static final Duration READ = Duration.ofDays(90);
    private static final Duration UNREAD = Duration.ofDays(365);

    /** So few at a time that nobody has to wait for their locks. */
    static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    NotificationCleaning(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Removes all of them in batches, each by itself; the oldest come first, which is where they are found. */
    void clean() {
        int removed = BATCH;
        while (removed == BATCH) {
            removed = cleanSome(BATCH);
        }
    }

    /** @return how many were removed */
    int cleanSome(int most) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        delete from notification where id in (
                            select id from notification
                             where read_at < :read or (read_at is null and created_at < :unread)
                             order by id limit :most for update skip locked)
                        """)
                .param("read", Timestamp.from(now.minus(READ)))
                .param("unread", Timestamp.from(now.minus(UNREAD)))
                .param("most", most)
                .update();
    }
}
