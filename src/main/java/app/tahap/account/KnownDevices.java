package app.tahap.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

/**
 * Knows browsers in which a user has logged in before, by a cookie that admits to nothing: with it, failures are counted
 * apart, so that a stranger who tries passwords cannot lock the user out. The idea is OWASP's "device cookies".
 */
@Component
@Transactional
class KnownDevices {

    static final String COOKIE = "tahap-device";
    private static final Duration KEPT = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The hash by which failures of this browser are counted; null where that user has not logged in with it. */
    @Nullable String find(long userId, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        return jdbc.sql("""
                        select token_hash from known_device
                         where token_hash = :hash and user_id = :user and expires_at > :now
                        """)
                .param("hash", new Secret(cookie.getValue()).hash())
                .param("user", userId)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Knows the browser from now on. Each login brings a new token, so that none can be planted. */
    void remember(long userId, HttpServletRequest request, HttpServletResponse response) {
        String former = find(userId, request);
        jdbc.sql("delete from known_device where expires_at <= :now or (token_hash = :former and user_id = :user)")
                .param("now", Timestamp.from(clock.instant()))
                .param("former", former == null ? "" : former)
                .param("user", userId)
                .update();
        Secret secret = Secret.random();
        jdbc.sql("insert into known_device (token_hash, user_id, expires_at) values (:hash, :user, :until)")
                .param("hash", secret.hash())
                .param("user", userId)
                .param("until", Timestamp.from(clock.instant().plus(KEPT)))
                .update();
        Cookie cookie = new Cookie(COOKIE, secret.token());
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
