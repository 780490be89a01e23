package app.tahap.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes what nobody will need again: it holds names and figures of customers. Every replica may do so at any time. */
@Component
class ImportCleaning {

    private static final Duration DRAFTS = Duration.ofDays(7);
    private static final Duration REFUSALS = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportCleaning(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Forgets files that were uploaded a week ago and never imported, and rows that were refused three months ago. */
    @Scheduled(initialDelay = 1, fixedDelay = 12, timeUnit = TimeUnit.HOURS)
    @Transactional
    public void clean() {
        jdbc.sql("delete from deal_import where status in ('DRAFT', 'CHECKING', 'CHECKED') and uploaded_at < :limit")
                .param("limit", clock.instant().minus(DRAFTS).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        delete from deal_import_refusal
                         where import_id in (select id from deal_import where finished_at < :limit)
                        """)
                .param("limit", clock.instant().minus(REFUSALS).atOffset(ZoneOffset.UTC))
                .update();
    }
}
