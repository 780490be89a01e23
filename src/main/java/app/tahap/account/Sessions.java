package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Tells on which devices a user is logged in. A session remembers the login that began it: the same that is kept by a
 * remembered login, so that both are one device, and end together.
 */
@Component
class Sessions {

    private static final String LOGIN = "app.tahap.login";
    private static final String DEVICE = "app.tahap.device";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final RememberedLogins remembered;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, RememberedLogins remembered) {
        this.sessions = sessions;
        this.remembered = remembered;
    }

    /** Notes in a session which login began it, and with what browser. */
    static void begin(UUID login, HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.setAttribute(LOGIN, login.toString());
        session.setAttribute(DEVICE, Device.userAgent(request));
    }

    /** The login that began the session of a request. */
    static UUID loginOf(HttpServletRequest request) {
        return UUID.fromString((String) request.getSession().getAttribute(LOGIN));
    }

    /** The devices of a user: the one that asks, then the one used last. */
    List<SessionRow> of(long userId, String currentId) {
        Map<Object, SessionRow> rows = new LinkedHashMap<>();
        running(userId).forEach(session -> {
            SessionRow row = row(session, currentId);
            rows.merge(Objects.requireNonNullElse(row.login(), session.getId()), row, SessionRow::with);
        });
        remembered.of(userId).forEach(row -> rows.merge(Objects.requireNonNull(row.login()), row, SessionRow::with));
        return rows.values().stream()
                .sorted(Comparator.comparing(SessionRow::current)
                        .thenComparing(SessionRow::lastUsedAt)
                        .reversed())
                .toList();
    }

    /** Logs a device of a user out. */
    void end(long userId, UUID login) {
        remembered.forgetOne(userId, login);
        running(userId).stream()
                .filter(session -> login.equals(loginOf(session)))
                .forEach(session -> sessions.deleteById(session.getId()));
    }

    private Collection<? extends Session> running(long userId) {
        return sessions.findByPrincipalName(Long.toString(userId)).values().stream()
                .filter(session -> !session.isExpired())
                .toList();
    }

    private static SessionRow row(Session session, String currentId) {
        return new SessionRow(
                loginOf(session),
                Device.of(session.getAttribute(DEVICE)),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                false,
                session.getId().equals(currentId));
    }

    private static @Nullable UUID loginOf(Session session) {
        String login = session.getAttribute(LOGIN);
        return login == null ? null : UUID.fromString(login);
    }
}
