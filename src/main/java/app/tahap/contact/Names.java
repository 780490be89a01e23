package app.tahap.contact;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets those who would make a contact of the same name at the same moment do so one after the other. */
@Component
class Names {

    private final JdbcClient jdbc;

    Names(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction; who waited for it has to look again whether the name is there by now. */
    void lock(String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(lower(:name), 0))")
                .param("name", name)
                .query(row -> {});
    }
}
