package app.tahap.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads where a user is logged in. */
@Repository
class Sessions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The running sessions of a user, the one used last first. */
    List<SessionRow> of(long userId, String currentId) {
        return jdbc.sql("""
                        select creation_time, last_access_time, session_id = :current as current from spring_session
                         where principal_name = :user and expiry_time > :now
                         order by session_id = :current desc, last_access_time desc
                        """)
                .param("current", currentId)
                .param("user", Long.toString(userId))
                .param("now", clock.millis())
                .query((row, number) -> new SessionRow(
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        row.getBoolean("current")))
                .list();
    }

    /** How many devices would be logged in again without a password. */
    long remembered(long userId) {
        return jdbc.sql(
                        "select count(distinct series) from remembered_login where user_id = :user and expires_at > :now")
                .param("user", userId)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
