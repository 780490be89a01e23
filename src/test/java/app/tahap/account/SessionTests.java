package app.tahap.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DatabaseTest
class SessionTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    Cookie session;

    @BeforeEach
    void logIn() {
        fixtures.workspace();
        fixtures.user("Ani", Role.REP);
        session = Objects.requireNonNull(mvc.post()
                .uri("/login")
                .with(csrf())
                .param("email", "ani@example.com")
                .param("password", Fixtures.PASSWORD)
                .exchange()
                .getResponse()
                .getCookie("tahap"));
    }

    @Test
    void writesNothingWhenAPageIsLookedAt() {
        lookAtAPage();
        String before = rowVersion();

        lookAtAPage();

        assertThat(rowVersion()).isEqualTo(before);
    }

    @Test
    void staysAliveWhileItIsUsed() {
        jdbc.sql(
                        "update spring_session set last_access_time = last_access_time - 61000, expiry_time = expiry_time - 61000")
                .update();
        long expiry = expiry();

        lookAtAPage();

        assertThat(expiry()).isGreaterThanOrEqualTo(expiry + 61_000);
    }

    @Test
    void hasATokenFromTheStart() {
        assertThat(tokens()).isOne();
    }

    @Test
    void takesTheSameAttributeFromTwoRequestsAtOnce() {
        setInTwoRequests(sessions);

        assertThat(attributes("seen")).isOne();
    }

    /** Base64 of three NULs, which PostgreSQL cannot compare anything with. */
    @Test
    void looksUpNoCookieThatHoldsNoId() {
        Cookie forged = new Cookie("tahap", "AAAA");

        assertThat(mvc.get().uri("/login").cookie(forged)).hasStatusOk();
        assertThat(mvc.get().uri("/board").cookie(forged)).hasRedirectedUrl("/login");
    }

    @Test
    void keepsANoticeOfTwoRequestsThatEndAtOnce() {
        String notices = "org.springframework.web.servlet.support.SessionFlashMapManager.FLASH_MAPS";
        setAtOnce(sessions, notices);

        assertThat(attributes(notices)).isOne();
    }

    @Test
    void survivesThatAnAttributeOrTheSessionItselfWasRemovedMeanwhile() {
        changeWhatIsGone(sessions);

        assertThat(attributes("seen")).isZero();
    }

    private <S extends Session> void setAtOnce(FindByIndexNameSessionRepository<S> repository, String attribute) {
        S one = Objects.requireNonNull(repository.findById(sessionId()));
        S other = Objects.requireNonNull(repository.findById(sessionId()));
        one.setAttribute(attribute, "by one");
        other.setAttribute(attribute, "by the other");
        fixtures.meanwhile(() -> repository.save(one), () -> {
            repository.save(other);
            return true;
        });
    }

    private <S extends Session> void changeWhatIsGone(FindByIndexNameSessionRepository<S> repository) {
        setInTwoRequests(repository);
        S one = Objects.requireNonNull(repository.findById(sessionId()));
        S other = Objects.requireNonNull(repository.findById(sessionId()));
        S third = Objects.requireNonNull(repository.findById(sessionId()));
        other.removeAttribute("seen");
        repository.save(other);
        one.setAttribute("seen", "again");
        repository.save(one);
        repository.deleteById(third.getId());
        third.setAttribute("noticed", "too late");
        repository.save(third);
    }

    private <S extends Session> void setInTwoRequests(FindByIndexNameSessionRepository<S> repository) {
        S one = Objects.requireNonNull(repository.findById(sessionId()));
        S other = Objects.requireNonNull(repository.findById(sessionId()));
        one.setAttribute("seen", "by one");
        other.setAttribute("seen", "by the other");
        repository.save(one);
        repository.save(other);
    }

    private String sessionId() {
        return jdbc.sql("select session_id from spring_session")
                .query(String.class)
                .single();
    }

    private int tokens() {
        return attributes("%CSRF_TOKEN");
    }

    private int attributes(String name) {
        return jdbc.sql("select count(*) from spring_session_attributes where attribute_name like :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private void lookAtAPage() {
        assertThat(mvc.get().uri("/organizations").cookie(session)).hasStatusOk();
    }

    /** Changes whenever the row is written. */
    private String rowVersion() {
        return jdbc.sql("select xmin || ' ' || ctid from spring_session")
                .query(String.class)
                .single();
    }

    private long expiry() {
        return jdbc.sql("select expiry_time from spring_session")
                .query(Long.class)
                .single();
    }
}
