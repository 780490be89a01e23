package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Keeps a device logged in for thirty days after its last use. Each use exchanges the token for a new one; the used one
 * serves a minute longer, since several tabs restored at once would otherwise take each other for thieves. The tokens of
 * one login form a series, which ends as a whole when the device logs out.
 */
@Component
class RememberedLogins extends AbstractRememberMeServices {

    private static final Duration KEPT = Duration.ofDays(30);
    static final Duration EXCHANGE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    RememberedLogins(UserDetailsService users, JdbcClient jdbc, Clock clock) {
        super("tahap", users);
        this.jdbc = jdbc;
        this.clock = clock;
        setCookieName("tahap-remember");
        setTokenValiditySeconds((int) KEPT.toSeconds());
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    /** Ends the remembered logins of a user, except that of the device that makes the request, if one is given. */
    void forget(long userId, @Nullable HttpServletRequest except) {
        String kept = except == null ? null : hashOfCookie(except);
        jdbc.sql("delete from remembered_login where user_id = :user and token_hash <> :kept")
                .param("user", userId)
                .param("kept", kept == null ? "" : kept)
                .update();
    }

    /** Ends the remembered login of one device of a user. */
    void forgetOne(long userId, UUID series) {
        jdbc.sql("delete from remembered_login where user_id = :user and series = :series")
                .param("user", userId)
                .param("series", series)
                .update();
    }

    /** The devices that would be logged in again without a password. */
    List<SessionRow> of(long userId) {
        return jdbc.sql("""
                        select distinct on (series) series, user_agent, expires_at from remembered_login
                         where user_id = :user and expires_at > :now order by series, expires_at desc
                        """)
                .param("user", userId)
                .param("now", after(Duration.ZERO))
                .query((row, number) -> new SessionRow(
                        row.getObject("series", UUID.class),
                        Device.of(row.getString("user_agent")),
                        null,
                        row.getTimestamp("expires_at").toInstant().minus(KEPT),
                        true,
                        false))
                .list();
    }

    @Override
    protected void onLoginSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        jdbc.sql("delete from remembered_login where expires_at < :now")
                .param("now", after(Duration.ZERO))
                .update();
        remember(Long.parseLong(authentication.getName()), Sessions.loginOf(request), request, response);
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        Used used = jdbc.sql("""
                        update remembered_login set expires_at = least(expires_at, :soon)
                         where token_hash = :hash and expires_at > :now
                        returning user_id, series
                        """)
                .param("soon", after(EXCHANGE))
                .param("hash", new Secret(cookie[0]).hash())
                .param("now", after(Duration.ZERO))
                .query(Used.class)
                .optional()
                .orElseThrow(() -> new RememberMeAuthenticationException("No such remembered login"));
        remember(used.userId(), used.series(), request, response);
        UserDetails user = getUserDetailsService().loadUserByUsername(Long.toString(used.userId()));
        Sessions.begin(used.series(), request);
        return user;
    }

    private record Used(long userId, UUID series) {}

    private void remember(long userId, UUID series, HttpServletRequest request, HttpServletResponse response) {
        Secret secret = Secret.random();
        jdbc.sql("""
                        insert into remembered_login (token_hash, user_id, series, expires_at, user_agent)
                        values (:hash, :user, :series, :until, :agent)
                        """)
                .param("hash", secret.hash())
                .param("user", userId)
                .param("series", series)
                .param("until", after(KEPT))
                .param("agent", Device.userAgent(request))
                .update();
        setCookie(new String[] {secret.token()}, getTokenValiditySeconds(), request, response);
    }

    private Timestamp after(Duration duration) {
        return Timestamp.from(clock.instant().plus(duration));
    }

    /** Forgets this device alone: logging out at the laptop leaves the phone as it is. */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        String hash = hashOfCookie(request);
        if (hash != null) {
            jdbc.sql("""
                            delete from remembered_login
                             where series = (select series from remembered_login where token_hash = :hash)
                            """).param("hash", hash).update();
        }
        super.logout(request, response, authentication);
    }

    private @Nullable String hashOfCookie(HttpServletRequest request) {
        String cookie = extractRememberMeCookie(request);
        if (cookie == null || cookie.isEmpty()) {
            return null;
        }
        try {
            return new Secret(decodeCookie(cookie)[0]).hash();
        } catch (InvalidCookieException notOurs) {
            logger.debug("A remember-me cookie that is none", notOurs);
            return null;
        }
    }
}
