package app.tahap.contact;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets those who would make a contact of the same name at the same moment do so one after the other. */
@Component
class Names {

    /** Held together by all who lock some names, and alone by who locks all of them. */
    private static final String ALL = "(hashtext('names of contacts'), 0)";

    private final JdbcClient jdbc;

    Names(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction; who waited for it has to look again whether the name is there by now. */
    void lock(String name) {
        share();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(lower(:name), 0))")
                .param("name", name)
                .query(row -> {});
    }

    /** The same for many names, in an order that is everybody's, so that nobody waits for who waits for them. */
    void lock(Collection<String> names) {
        share();
        jdbc.sql("""
                        select pg_advisory_xact_lock(key)
                          from (select distinct hashtextextended(lower(name), 0) as key from unnest(:names) name order by 1) k
                        """).param("names", names.toArray(String[]::new)).query(row -> {});
    }

    private void share() {
        jdbc.sql("select pg_advisory_xact_lock_shared" + ALL).query(row -> {});
    }

    /** The same for all names there can be: a file may hold more than PostgreSQL has room for locks. */
    void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock" + ALL).query(row -> {});
    }
}
