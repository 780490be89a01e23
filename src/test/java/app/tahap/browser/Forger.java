package app.tahap.browser;

import app.tahap.account.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Makes sessions of users without asking for their passwords, which is slow on purpose. */
@TestConfiguration(proxyBeanMethods = false)
class Forger {

    private final SessionRepository<?> sessions;
    private final JdbcClient jdbc;

    Forger(SessionRepository<?> sessions, JdbcClient jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    /** The value of the session cookie of somebody who is logged in. */
    String session(Viewer viewer) {
        return store(sessions, viewer);
    }

    void letSpeak(Viewer viewer, String language) {
        jdbc.sql("update users set language = :language where id = :id")
                .param("language", language)
                .param("id", viewer.id())
                .update();
    }

    private static <S extends Session> String store(SessionRepository<S> sessions, Viewer viewer) {
        var user = User.withUsername(Long.toString(viewer.id())).password("").build();
        S session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of())));
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }
}
