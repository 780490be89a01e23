package app.tahap.assessment;

import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.job.Jobs;
import app.tahap.notification.Argument;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells in a deal's history how much somebody answered: once for a sitting, which ends when its author says so, or half an
 * hour after it began.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Sittings {

    static final Duration LENGTH = Duration.ofMinutes(30);

    private final DealJournal journal;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    Sittings(DealJournal journal, Jobs jobs, JdbcClient jdbc) {
        this.journal = journal;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    void note(long dealId, long authorId, long wordingId, Instant at) {
        jdbc.sql("""
                        insert into answer_sitting (deal_id, author_id, wording_id, answered_at)
                        values (:deal, :author, :wording, :at)
                            on conflict (deal_id, author_id, wording_id) do update set answered_at = excluded.answered_at
                        """)
                .param("deal", dealId)
                .param("author", authorId)
                .param("wording", wordingId)
                .param("at", Timestamp.from(at))
                .update();
        jobs.schedule(SittingJob.of(dealId, authorId), at.plus(LENGTH));
    }

    /** Whoever comes first takes the rows along, so that nothing is told twice. */
    void end(long dealId, long authorId) {
        Told told = jdbc.sql("""
                        with told as (delete from answer_sitting where deal_id = :deal and author_id = :author returning answered_at)
                        select count(*) as answers, max(answered_at) as last from told
                        """)
                .param("deal", dealId)
                .param("author", authorId)
                .query(Told.class)
                .single();
        if (told.last() != null) {
            journal.write(
                    dealId, authorId, told.last(), entry(told.answers()).leadingTo("/deals/" + dealId + "/needs"));
        }
    }

    private static JournalEntry entry(long answers) {
        return answers == 1
                ? JournalEntry.of("assessment.journal.answered-one")
                : JournalEntry.of("assessment.journal.answered", Argument.of(answers));
    }

    private record Told(long answers, @Nullable Instant last) {}
}
