package app.tahap.activity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lets those wait who ask for many feeds that there are not. Kept in PostgreSQL, so that replicas count together. */
@Repository
@Transactional
class CalendarThrottle {

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int ALLOWED = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that a feed was asked for which there is not, and answers whether the address has done so too often. */
    boolean misses(String address) {
        Instant since = clock.instant().minus(WINDOW);
        jdbc.sql("delete from calendar_miss where at < :since")
                .param("since", Timestamp.from(since))
                .update();
        int before = jdbc.sql("select count(*) from calendar_miss where address = :address")
                .param("address", address)
                .query(Integer.class)
                .single();
        if (before >= ALLOWED) {
            return true;
        }
        jdbc.sql("insert into calendar_miss (address, at) values (:address, :now)")
                .param("address", address)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return false;
    }
}
