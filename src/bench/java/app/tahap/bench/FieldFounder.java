package app.tahap.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds fields to the deals: a choice of four, a number from 0 to 999, and a text of a few words. */
final class FieldFounder {

    private final JdbcClient jdbc;

    FieldFounder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void found() {
        jdbc.sql("""
                        insert into custom_field (kind, type, name, position)
                        values ('DEAL', 'CHOICE', 'Level', 1), ('DEAL', 'NUMBER', 'Seats', 2), ('DEAL', 'TEXT', 'Contract', 3)
                        """).update();
        jdbc.sql("""
                        insert into custom_field_choice (field_id, label, position)
                        select 1, 'Level ' || i, i from generate_series(1, 4) i
                        """).update();
        jdbc.sql("""
                        update deal set fields = jsonb_build_object(
                            '1', 1 + id % 4, '2', id * 7919 % 1000, '3', 'contract ' || id || ' of 2026')
                        """).update();
    }
}
