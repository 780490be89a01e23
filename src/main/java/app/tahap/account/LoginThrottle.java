package app.tahap.account;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing passwords: after some failures within the window, an account or an address has to wait until the
 * oldest of them is past. Devices that the user has logged in with are counted each by itself, and strangers together.
 * Nobody is locked out for good. Kept in PostgreSQL, so that replicas count together.
 */
@Component
@Transactional
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

    /**
     * Counts an attempt as a failure before it is made, so that many at once do not all pass; whoever succeeds says so.
     *
     * @param device by which {@link KnownDevices} knows the browser; null for a stranger's
     * @throws LoginRefusedException where it must not be made yet
     */
    void begin(String email, String address, @Nullable String device) throws LoginRefusedException {
        // one after the other: what is counted here takes no time beside hashing a password
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('login', 0))").query(row -> {});
        Duration wait = longer(
                delay("email = :value and device is not distinct from :device", normal(email), device, PER_ACCOUNT),
                device == null
                        ? delay("address = :value and device is not distinct from :device", address, null, PER_ADDRESS)
                        : Duration.ZERO);
        if (wait.compareTo(Duration.ZERO) > 0) {
            throw new LoginRefusedException(wait);
        }
        jdbc.sql("delete from login_failure where at < :old")
                .param("old", Timestamp.from(clock.instant().minus(WINDOW)))
                .update();
        jdbc.sql("insert into login_failure (email, address, device, at) values (:email, :address, :device, :at)")
                .param("email", normal(email))
                .param("address", address)
                .param("device", device, Types.VARCHAR)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    void succeeded(String email, @Nullable String device) {
        jdbc.sql("delete from login_failure where email = :email and device is not distinct from :device")
                .param("email", normal(email))
                .param("device", device, Types.VARCHAR)
                .update();
    }

    private Duration delay(String condition, String value, @Nullable String device, int allowed) {
        Instant now = clock.instant();
        @Nullable Timestamp decisive = jdbc.sql("""
                        select at from login_failure where %s and at > :since
                         order by at desc offset :allowed limit 1
                        """.formatted(condition))
                .param("value", value)
                .param("device", device, Types.VARCHAR)
                .param("since", Timestamp.from(now.minus(WINDOW)))
                .param("allowed", allowed - 1)
                .query(Timestamp.class)
                .optional()
                .orElse(null);
        return decisive == null
                ? Duration.ZERO
                : Duration.between(now, decisive.toInstant().plus(WINDOW));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String normal(String email) {
        String lower = email.strip().toLowerCase(Locale.ROOT);
        return lower.length() > 254 ? lower.substring(0, 254) : lower;
    }
}
