package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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
 * Keeps a device logged in for thirty days after its last use. A token serves until it is revoked and is not exchanged at
 * each use, since several tabs restored at once would then take each other for thieves.
 */
@Component
class RememberedLogins extends AbstractRememberMeServices {

    private static final Duration KEPT = Duration.ofDays(30);

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

    /** Ends the remembered logins of a user on all devices. */
    void forget(long userId) {
        jdbc.sql("delete from remembered_login where user_id = :user")
                .param("user", userId)
                .update();
    }

    @Override
    protected void onLoginSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        Secret secret = Secret.random();
        jdbc.sql("delete from remembered_login where expires_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("insert into remembered_login (token_hash, user_id, expires_at) values (:hash, :user, :until)")
                .param("hash", secret.hash())
                .param("user", Long.valueOf(authentication.getName()))
                .param("until", Timestamp.from(clock.instant().plus(KEPT)))
                .update();
        setCookie(new String[] {secret.token()}, getTokenValiditySeconds(), request, response);
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        String userId = jdbc.sql("""
                        update remembered_login set expires_at = :until
                         where token_hash = :hash and expires_at > :now
                        returning user_id
                        """)
                .param("until", Timestamp.from(clock.instant().plus(KEPT)))
                .param("hash", new Secret(cookie[0]).hash())
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RememberMeAuthenticationException("No such remembered login"));
        setCookie(cookie, getTokenValiditySeconds(), request, response);
        return getUserDetailsService().loadUserByUsername(userId);
    }

    /** Forgets this device alone: logging out at the laptop leaves the phone as it is. */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        String cookie = extractRememberMeCookie(request);
        if (cookie != null && !cookie.isEmpty()) {
            forgetDevice(cookie);
        }
        super.logout(request, response, authentication);
    }

    private void forgetDevice(String cookie) {
        try {
            jdbc.sql("delete from remembered_login where token_hash = :hash")
                    .param("hash", new Secret(decodeCookie(cookie)[0]).hash())
                    .update();
        } catch (InvalidCookieException notOurs) {
            logger.debug("A remember-me cookie that is none", notOurs);
        }
    }
}
