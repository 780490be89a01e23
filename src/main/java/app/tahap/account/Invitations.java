package app.tahap.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** One-time links to set a password. A user has one at a time: a new one makes the one before useless. */
@Repository
@Transactional
class Invitations {

    static final Duration SERVES = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Secret create(long userId) {
        return create(userId, SERVES);
    }

    /** The secret is known only to who receives it from here: what is stored is its hash. */
    Secret create(long userId, Duration serves) {
        // of two who invite somebody at the same moment, the second takes back what the first handed out
        jdbc.sql("select id from users where id = :user for no key update")
                .param("user", userId)
                .query(row -> {});
        revoke(userId);
        Secret secret = Secret.random();
        jdbc.sql("""
                        insert into invitation (user_id, token_hash, created_at, expires_at)
                        values (:user, :hash, :now, :until)
                        """)
                .param("user", userId)
                .param("hash", secret.hash())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("until", now().plus(serves).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    void revoke(long userId) {
        jdbc.sql("delete from invitation where user_id = :user and used_at is null")
                .param("user", userId)
                .update();
    }

    /** The invitation that a token is for, whatever became of it; empty for a token that was never handed out. */
    Optional<Invitation> find(Secret secret) {
        return jdbc.sql("""
                        select i.user_id, u.name, u.email, u.language, u.password_hash is not null as renewal, i.expires_at,
                               i.used_at is not null as used, i.expires_at <= :now as expired
                          from invitation i join users u on u.id = i.user_id
                         where i.token_hash = :hash and u.deactivated_at is null
                        """)
                .param("hash", secret.hash())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .query(Invitation.class)
                .optional();
    }

    /** Uses an invitation up; of two who use it at the same moment, one gets the user's id. */
    Optional<Long> redeem(Secret secret) {
        return jdbc.sql("""
                        update invitation i set used_at = :now
                          from users u
                         where i.token_hash = :hash and i.used_at is null and i.expires_at > :now
                           and u.id = i.user_id and u.deactivated_at is null
                        returning i.user_id
                        """)
                .param("hash", secret.hash())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    private Instant now() {
        return clock.instant();
    }
}
