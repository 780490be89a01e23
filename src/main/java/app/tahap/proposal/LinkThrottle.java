package app.tahap.proposal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who tries links that do not exist, or answers over and over: so many attempts from an address within the window,
 * and no more. Reading with a link that works is never slowed down. Kept in PostgreSQL, so that replicas count together.
 */
@Component
@Transactional
class LinkThrottle {

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int MOST = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts an attempt; false where there were too many already. */
    boolean permits(String address) {
        Instant now = clock.instant();
        Timestamp since = Timestamp.from(now.minus(WINDOW));
        jdbc.sql("delete from proposal_attempt where at < :since")
                .param("since", since)
                .update();
        int attempts = jdbc.sql("select count(*) from proposal_attempt where address = :address and at >= :since")
                .param("address", address)
                .param("since", since)
                .query(Integer.class)
                .single();
        if (attempts >= MOST) {
            return false;
        }
        jdbc.sql("insert into proposal_attempt (address, at) values (:address, :at)")
                .param("address", address)
                .param("at", Timestamp.from(now))
                .update();
        return true;
    }
}
