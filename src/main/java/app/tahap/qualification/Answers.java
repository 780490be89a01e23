package app.tahap.qualification;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the answers to criteria. */
@Repository
class Answers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Answers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All answers of a deal, by their criteria; those to frameworks of other pipelines too. */
    Map<Long, Answer> of(long dealId) {
        Map<Long, Answer> answers = new HashMap<>();
        jdbc.sql("""
                        select n.criterion_id, n.rating, n.amount, n.currency, n.confirmed, n.person_id, p.name as person,
                               n.role, n.severity, n.due, n.note, n.version
                          from qualification_answer n left join person p on p.id = n.person_id
                         where n.deal_id = :deal
                        """)
                .param("deal", dealId)
                .query(Answer.class)
                .list()
                .forEach(answer -> answers.put(answer.criterionId(), answer));
        return answers;
    }

    Answer of(long dealId, long criterionId) {
        return of(dealId).getOrDefault(criterionId, Answer.none(criterionId));
    }

    /** Writes an answer over the one there was; the deal is locked. */
    void write(long dealId, Answer answer, @Nullable Long by) {
        jdbc.sql("""
                        insert into qualification_answer
                            (deal_id, criterion_id, rating, amount, currency, confirmed, person_id, role, severity, due, note,
                             changed_at, changed_by, version)
                        values (:deal, :criterion, :rating, :amount, :currency, :confirmed, :person, :role, :severity, :due,
                                :note, :now, :by, 1)
                            on conflict (deal_id, criterion_id) do update
                           set rating = excluded.rating, amount = excluded.amount, currency = excluded.currency,
                               confirmed = excluded.confirmed, person_id = excluded.person_id, role = excluded.role,
                               severity = excluded.severity, due = excluded.due, note = excluded.note,
                               changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                               version = qualification_answer.version + 1
                        """)
                .param("deal", dealId)
                .param("criterion", answer.criterionId())
                .param("rating", answer.rating(), Types.SMALLINT)
                .param("amount", answer.amount(), Types.NUMERIC)
                .param("currency", answer.currency(), Types.VARCHAR)
                .param("confirmed", answer.confirmed())
                .param("person", answer.personId(), Types.BIGINT)
                .param("role", answer.role() == null ? null : answer.role().name(), Types.VARCHAR)
                .param(
                        "severity",
                        answer.severity() == null ? null : answer.severity().name(),
                        Types.VARCHAR)
                .param("due", answer.due(), Types.DATE)
                .param("note", answer.note(), Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by, Types.BIGINT)
                .update();
    }
}
