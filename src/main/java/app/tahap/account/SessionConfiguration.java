package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps sessions in PostgreSQL at the price of one read for each request. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Notes the last access once a minute: a write for every page that is looked at would cost more than the page. */
    private static final String UPDATE_SESSION = """
            update spring_session s
               set session_id = n.session_id, last_access_time = n.last_access_time,
                   max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time,
                   principal_name = n.principal_name
              from (values (?::text, ?::bigint, ?::int, ?::bigint, ?::text, ?::bpchar))
                   as n (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
             where s.primary_id = n.primary_id
               and (n.last_access_time - s.last_access_time >= 60000
                    or n.session_id <> s.session_id
                    or n.max_inactive_interval <> s.max_inactive_interval
                    or n.principal_name is distinct from s.principal_name)
            """;

    private static final String INSERT_ATTRIBUTE = """
            insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
            select s.primary_id, n.name, n.bytes
              from (values (?::bpchar, ?::text, ?::bytea)) as n (primary_id, name, bytes)
              join spring_session s on s.primary_id = n.primary_id
               for key share of s
            on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
            """;

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sparingWrites() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE_SESSION);
    }

    /**
     * Of two requests that add the same attribute at once none fails, nor one whose session was ended meanwhile; Spring
     * Session's own statement for PostgreSQL does only the former.
     */
    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> simultaneousWrites() {
        return sessions -> sessions.setCreateSessionAttributeQuery(INSERT_ATTRIBUTE);
    }

    /** Every statement stands for itself: a session that lost its attributes to a crash is one that must log in again. */
    @Bean(defaultCandidate = false)
    static TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    static CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("tahap");
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    static HttpSessionIdResolver sessionIds(CookieSerializer cookie) {
        CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie);
        return new AskedOnce(cookies);
    }

    /**
     * Spring Session asks again after the answer went out, and would read the session once more for nothing. What is no
     * id of ours is not looked up at all: PostgreSQL refuses some of what a cookie can hold.
     */
    private record AskedOnce(HttpSessionIdResolver cookies) implements HttpSessionIdResolver {

        private static final String ASKED = AskedOnce.class.getName();
        private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        @Override
        public List<String> resolveSessionIds(HttpServletRequest request) {
            if (request.getAttribute(ASKED) != null) {
                return List.of();
            }
            request.setAttribute(ASKED, true);
            return cookies.resolveSessionIds(request).stream()
                    .filter(id -> UUID.matcher(id).matches())
                    .toList();
        }

        @Override
        public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
            cookies.setSessionId(request, response, sessionId);
        }

        @Override
        public void expireSession(HttpServletRequest request, HttpServletResponse response) {
            cookies.expireSession(request, response);
        }
    }
}
