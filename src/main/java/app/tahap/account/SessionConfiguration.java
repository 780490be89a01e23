package app.tahap.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
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
              from (values (?::text, ?::bigint, ?::int, ?::bigint, ?::text, ?::text))
                   as n (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
             where s.primary_id = n.primary_id
               and (n.last_access_time - s.last_access_time >= 60000
                    or n.session_id <> s.session_id
                    or n.max_inactive_interval <> s.max_inactive_interval
                    or n.principal_name is distinct from s.principal_name)
            """;

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sparingWrites() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE_SESSION);
    }

    /** Of two requests that add the same attribute at once, none fails. */
    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> simultaneousWrites() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
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

    /** Spring Session asks again after the answer went out, and would read the session once more for nothing. */
    private record AskedOnce(HttpSessionIdResolver cookies) implements HttpSessionIdResolver {

        private static final String ASKED = AskedOnce.class.getName();

        @Override
        public List<String> resolveSessionIds(HttpServletRequest request) {
            if (request.getAttribute(ASKED) != null) {
                return List.of();
            }
            request.setAttribute(ASKED, true);
            return cookies.resolveSessionIds(request);
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
