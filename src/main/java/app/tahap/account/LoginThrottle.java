package app.tahap.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing passwords: after some failures within the window, an account or an address has to wait until the
 * oldest of them is past. Nobody is locked out for good. Kept in PostgreSQL, so that replicas count together.
 */
@Component
class LoginThrottle {

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long a login must still wait; zero if it may be tried now. */
    Duration delay(String email, String address) {
        Duration forAccount = delay("email", normal(email), PER_ACCOUNT);
        Duration forAddress = delay("address", address, PER_ADDRESS);
        return forAccount.compareTo(forAddress) > 0 ? forAccount : forAddress;
    }

    void failed(String email, String address) {
        jdbc.sql("insert into login_failure (email, address, at) values (:email, :address, :at)")
                .param("email", normal(email))
                .param("address", address)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("delete from login_failure where at < :old")
                .param("old", Timestamp.from(clock.instant().minus(WINDOW)))
                .update();
    }

    void succeeded(String email) {
        jdbc.sql("delete from login_failure where email = :email")
                .param("email", normal(email))
                .update();
    }

    private Duration delay(String column, String value, int allowed) {
        Instant now = clock.instant();
        @Nullable Timestamp decisive = jdbc.sql("""
                        select at from login_failure where %s = :value and at > :since
                         order by at desc offset :allowed limit 1
                        """.formatted(column))
                .param("value", value)
                .param("since", Timestamp.from(now.minus(WINDOW)))
                .param("allowed", allowed - 1)
                .query(Timestamp.class)
                .optional()
                .orElse(null);
        return decisive == null
                ? Duration.ZERO
                : Duration.between(now, decisive.toInstant().plus(WINDOW));
    }

    private static String normal(String email) {
        String lower = email.strip().toLowerCase(Locale.ROOT);
        return lower.length() > 254 ? lower.substring(0, 254) : lower;
    }
}
