package app.tahap.webform;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets no more through than people would send. Kept in PostgreSQL, so that replicas count together. */
@Component
@Transactional
class Throttle {

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int PER_ADDRESS = 5;
    static final int PER_FORM = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts an attempt before it is made, so that many at once do not all pass; false where it must not be made yet. */
    boolean admits(WebForm form, String address) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('web form', :form))")
                .param("form", form.id())
                .query(row -> {});
        Instant now = clock.instant();
        jdbc.sql("delete from web_form_attempt where at < :old")
                .param("old", Timestamp.from(now.minus(WINDOW)))
                .update();
        record Counts(int ofAddress, int ofForm) {}
        Counts counts = jdbc.sql("""
                        select count(*) filter (where address = :address) as of_address,
                               count(*) filter (where form_id = :form) as of_form
                          from web_form_attempt
                        """)
                .param("address", address)
                .param("form", form.id())
                .query(Counts.class)
                .single();
        if (counts.ofAddress() >= PER_ADDRESS || counts.ofForm() >= PER_FORM) {
            return false;
        }
        jdbc.sql("insert into web_form_attempt (form_id, address, at) values (:form, :address, :at)")
                .param("form", form.id())
                .param("address", address)
                .param("at", Timestamp.from(now))
                .update();
        return true;
    }
}
