package app.tahap.activity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The secret addresses by which calendar programs read people's activities; each user has one at the most. */
@Repository
@Transactional
class CalendarFeeds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarFeeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new secret of 256 bits, which makes an earlier one useless. It is told only now: what is kept is its hash. */
    String renew(long userId) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                        insert into calendar_feed (user_id, token_hash, created_at) values (:user, :hash, :now)
                            on conflict (user_id) do update
                           set token_hash = excluded.token_hash, created_at = excluded.created_at, read_at = null
                        """)
                .param("user", userId)
                .param("hash", hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    void revoke(long userId) {
        jdbc.sql("delete from calendar_feed where user_id = :user")
                .param("user", userId)
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Feed> of(long userId) {
        return jdbc.sql("select created_at, read_at from calendar_feed where user_id = :user")
                .param("user", userId)
                .query(Feed.class)
                .optional();
    }

    /** Whose activities a secret opens. */
    Optional<Long> open(String token) {
        return jdbc.sql("update calendar_feed set read_at = :now where token_hash = :hash returning user_id")
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", hash(token))
                .query(Long.class)
                .optional();
    }

    /** SHA-256: with so many random bits a slow hash would add nothing. */
    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * An address that was given out.
     *
     * @param readAt when a calendar program last asked; null if none has
     */
    record Feed(Instant createdAt, @Nullable Instant readAt) {}
}
