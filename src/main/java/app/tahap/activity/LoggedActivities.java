package app.tahap.activity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Activities that were noted along with something else, such as a mail, and are known by its key. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class LoggedActivities {

    private final JdbcClient jdbc;
    private final Clock clock;

    LoggedActivities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** It did not happen after all, so that it counts as no contact any more. */
    public void strike(UUID key) {
        mark("update activity set deleted_at = :now, changed_at = :now, version = version + 1", key, true);
    }

    /** It happened now. */
    public void restore(UUID key) {
        mark(
                "update activity set deleted_at = null, done_at = :now, changed_at = :now, version = version + 1",
                key,
                false);
    }

    private void mark(String change, UUID key, boolean there) {
        jdbc.sql(change + " where idempotency_key = :key and done_at is not null and (deleted_at is null) = :there")
                .param("key", key)
                .param("there", there)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
