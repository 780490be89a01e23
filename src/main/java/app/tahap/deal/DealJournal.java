package app.tahap.deal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what belongs to a deal's history beside the changes of its measured facts, which {@link DealLog} keeps: an activity
 * done, a proposal sent. Append-only; must run in the transaction that does it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DealJournal {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DealJournal(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param actorId who did it; null for Tahap itself, or for somebody outside */
    public void write(long dealId, @Nullable Long actorId, JournalEntry entry) {
        write(List.of(dealId), actorId, clock.instant(), entry);
    }

    /** The same, of something that happened at another time. */
    public void write(long dealId, @Nullable Long actorId, Instant at, JournalEntry entry) {
        write(List.of(dealId), actorId, at, entry);
    }

    /** The same entry for many deals, in one statement. */
    public void write(Collection<Long> dealIds, @Nullable Long actorId, Instant at, JournalEntry entry) {
        jdbc.sql("""
                        insert into deal_journal (deal_id, actor_id, occurred_at, message, arguments, detail, link)
                        select unnest(:deals), cast(:actor as bigint), :at, :message, cast(:arguments as jsonb), :detail, :link
                        """)
                .param("deals", dealIds.toArray(Long[]::new))
                .param("actor", actorId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("message", entry.message())
                .param("arguments", json.writeValueAsString(entry.arguments()))
                .param("detail", entry.detail())
                .param("link", entry.link())
                .update();
    }
}
