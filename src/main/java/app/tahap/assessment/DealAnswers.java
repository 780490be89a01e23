package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealRepository;
import app.tahap.web.NotFoundException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is answered. Each answer has a version of its own, so that two who answer side by side overwrite nothing. */
@Service
@Transactional
class DealAnswers {

    private final DealRepository deals;
    private final Wordings wordings;
    private final StoredAnswers stored;
    private final Sittings sittings;
    private final JdbcClient jdbc;
    private final Clock clock;

    DealAnswers(
            DealRepository deals,
            Wordings wordings,
            StoredAnswers stored,
            Sittings sittings,
            JdbcClient jdbc,
            Clock clock) {
        this.deals = deals;
        this.wordings = wordings;
        this.stored = stored;
        this.sittings = sittings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps an answer. One that is stored already as it is told stays, so that a request can be repeated.
     *
     * @return false where somebody else was first: then nothing was changed
     */
    boolean answer(long dealId, long wordingId, AnswerSent sent, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        return keep(deal, wordingId, sent.read(load(dealId, wordingId)), sent.version(), viewer);
    }

    /**
     * Keeps what a form of many questions tells, as far as nobody else was first, and ends the sitting.
     *
     * @return the answers that were not kept, since somebody else was first
     */
    Map<Long, Answer> answerAll(long dealId, Map<Long, AnswerSent> sent, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        Map<Long, Answer> overtaken = new TreeMap<>();
        sent.forEach((wordingId, one) -> {
            Answer answer = one.read(load(dealId, wordingId));
            if (!one.isLeft(answer) && !keep(deal, wordingId, answer, one.version(), viewer)) {
                overtaken.put(wordingId, answer);
            }
        });
        if (overtaken.isEmpty()) {
            sittings.end(dealId, viewer.id());
        }
        return overtaken;
    }

    /** The wording of a question that the deal may be asked, or has answered. */
    private Wording load(long dealId, long wordingId) {
        return jdbc.sql("""
                        select w.* from question_wording w join question q on q.id = w.question_id
                         where w.id = :wording
                           and (q.pipeline_id = (select pipeline_id from deal where id = :deal)
                                or exists (select from deal_answer a where a.deal_id = :deal and a.wording_id = w.id))
                        """)
                .param("wording", wordingId)
                .param("deal", dealId)
                .query((row, number) -> wordings.read(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("wording", wordingId));
    }

    private boolean keep(Deal deal, long wordingId, Answer answer, int version, Viewer viewer) {
        StoredAnswer before = stored.find(deal.id(), wordingId).orElse(StoredAnswer.NONE);
        if (before.answer().equals(answer)) {
            return true;
        }
        if (before.version() != version) {
            return false;
        }
        Instant at = clock.instant();
        begin(deal);
        jdbc.sql("""
                        insert into deal_answer (deal_id, wording_id, text, choices, rating, answered_by, answered_at, version)
                        values (:deal, :wording, :text, :choices, :rating, :viewer, :at, 1)
                            on conflict (deal_id, wording_id) do update
                           set text = excluded.text, choices = excluded.choices, rating = excluded.rating,
                               answered_by = excluded.answered_by, answered_at = excluded.answered_at,
                               version = deal_answer.version + 1
                        """)
                .param("deal", deal.id())
                .param("wording", wordingId)
                .param("text", answer.text(), Types.VARCHAR)
                .param("choices", answer.choices().toArray(Integer[]::new))
                .param("rating", answer.rating(), Types.INTEGER)
                .param("viewer", viewer.id())
                .param("at", Timestamp.from(at))
                .update();
        sittings.note(deal.id(), viewer.id(), wordingId, at);
        deal.touch(at);
        return true;
    }

    /** Remembers which edition of the questions the deal was asked first. */
    private void begin(Deal deal) {
        jdbc.sql("""
                        insert into deal_assessment (deal_id, pipeline_id, edition)
                        select :deal, pipeline_id, edition from question_set where pipeline_id = :pipeline
                            on conflict do nothing
                        """)
                .param("deal", deal.id())
                .param("pipeline", deal.getPipelineId())
                .update();
    }
}
