package app.tahap.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins and ends the sessions of users. */
@Component
public class Logins {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
    private final RememberedLogins remembered;
    private final KnownDevices devices;
    private final JdbcClient jdbc;

    Logins(RememberedLogins remembered, KnownDevices devices, JdbcClient jdbc) {
        this.remembered = remembered;
        this.devices = devices;
        this.jdbc = jdbc;
    }

    /** Logs a user in, in a new session: one that somebody may have prepared is not taken over. */
    public Authentication logIn(long userId, HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        request.logout();
        LoginUser user = new LoginUser(userId);
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        // at once: two pages opened together would each make one, and the forms of one of them would be refused
        tokens.saveToken(tokens.generateToken(request), request, response);
        Sessions.begin(UUID.randomUUID(), request);
        devices.remember(userId, request, response);
        return authentication;
    }

    /** Ends all sessions and remembered logins of a user. */
    void end(long userId) {
        remembered.forget(userId, null);
        endSessions(userId, "");
    }

    /** Ends all sessions and remembered logins of a user, except those of the device that asks. */
    void endOthers(long userId, HttpServletRequest request) {
        remembered.forget(userId, request);
        endSessions(userId, request.getSession().getId());
    }

    private void endSessions(long userId, String except) {
        jdbc.sql("delete from spring_session where principal_name = :user and session_id <> :except")
                .param("user", Long.toString(userId))
                .param("except", except)
                .update();
    }
}
