package app.tahap.negotiation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the terms of a deal. */
@Repository
class Terms {

    private final JdbcClient jdbc;

    Terms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are open first, by their deadlines. */
    List<TermRow> of(long dealId, LocalDate today) {
        return jdbc.sql("""
                        select id, title, wanted, offered, status, deadline, version,
                               status = 'OPEN' and deadline is not null and deadline = :today as due,
                               status = 'OPEN' and deadline is not null and deadline < :today as overdue
                          from negotiation_term
                         where deal_id = :deal and deleted_at is null
                         order by (status = 'OPEN') desc, deadline nulls last, id
                        """)
                .param("deal", dealId)
                .param("today", today)
                .query(TermRow.class)
                .list();
    }
}
