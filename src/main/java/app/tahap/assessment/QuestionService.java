package app.tahap.assessment;

import app.tahap.web.NotFoundException;
import app.tahap.web.Versions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shapes the sets of questions. A set is locked while it is changed. A wording that was answered is not overwritten, unless
 * only to correct it: deals keep what they answered, and learn that there is a new question.
 */
@Service
@Transactional
class QuestionService {

    private final Questions questions;
    private final Wordings wordings;
    private final JdbcClient jdbc;
    private final Clock clock;

    QuestionService(Questions questions, Wordings wordings, JdbcClient jdbc, Clock clock) {
        this.questions = questions;
        this.wordings = wordings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a question below the others. */
    void add(long pipelineId, Wording wording, boolean forProposal) {
        lock(pipelineId);
        long id = jdbc.sql("""
                        insert into question (pipeline_id, position, for_proposal)
                        select :pipeline, coalesce(max(position), 0) + 1, :proposal from question where pipeline_id = :pipeline
                        returning id
                        """)
                .param("pipeline", pipelineId)
                .param("proposal", forProposal)
                .query(Long.class)
                .single();
        word(id, pipelineId, wording);
    }

    void edit(long id, QuestionForm form) {
        Wording wording = form.wording();
        Question question = locked(id);
        Versions.requireCurrent(Question.class, question.version(), form.version());
        jdbc.sql("update question set for_proposal = :proposal, version = version + 1 where id = :id")
                .param("proposal", form.isForProposal())
                .param("id", id)
                .update();
        if (question.wording().equals(wording)) {
            return;
        }
        if (!question.answered() || (form.isCorrection() && isAnsweredAlike(question.wording(), wording))) {
            overwrite(question.wordingId(), wording);
        } else {
            word(id, question.pipelineId(), wording);
        }
    }

    /** Puts a question directly below another one that is asked, or first where none is named. */
    void place(long id, @Nullable Long aboveId) {
        Question question = locked(id);
        List<Long> ids = new ArrayList<>(questions.of(question.pipelineId()).stream()
                .filter(other -> !other.archived() && other.id() != id)
                .map(Question::id)
                .toList());
        ids.add(aboveId == null ? 0 : ids.indexOf(aboveId) + 1, id);
        for (int position = 1; position <= ids.size(); position++) {
            jdbc.sql("update question set position = :position where id = :id")
                    .param("position", position)
                    .param("id", ids.get(position - 1))
                    .update();
        }
    }

    /** Asks a question no more; deals keep their answers. */
    void archive(long id) {
        locked(id);
        jdbc.sql("update question set archived_at = coalesce(archived_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void restore(long id) {
        locked(id);
        jdbc.sql("update question set archived_at = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Begins a set where there is none, and lets others wait who change it. */
    void lock(long pipelineId) {
        jdbc.sql("""
                        insert into question_set (pipeline_id) select id from pipeline where id = :pipeline
                            on conflict do nothing
                        """).param("pipeline", pipelineId).update();
        boolean there = jdbc.sql("select edition from question_set where pipeline_id = :pipeline for update")
                .param("pipeline", pipelineId)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!there) {
            throw new NotFoundException("pipeline", pipelineId);
        }
    }

    private Question locked(long id) {
        lock(questions.load(id).pipelineId());
        return questions.load(id);
    }

    /** A new wording belongs to a new edition where deals were asked already. */
    private void word(long questionId, long pipelineId, Wording wording) {
        int edition =
                jdbc.sql("""
                        update question_set s set edition = edition
                               + case when exists (select from deal_assessment a
                                                    where a.pipeline_id = s.pipeline_id and a.edition >= s.edition)
                                      then 1 else 0 end
                         where pipeline_id = :pipeline returning edition
                        """).param("pipeline", pipelineId).query(Integer.class).single();
        jdbc.sql("""
                        insert into question_wording
                            (question_id, edition, kind, english, indonesian, english_help, indonesian_help, choices)
                        values (:question, :edition, :kind, :english, :indonesian, :englishHelp, :indonesianHelp,
                                cast(:choices as jsonb))
                        """)
                .param("question", questionId)
                .param("edition", edition)
                .param("kind", wording.kind().name())
                .param("english", wording.text().english())
                .param("indonesian", wording.text().indonesian())
                .param("englishHelp", wording.help().english())
                .param("indonesianHelp", wording.help().indonesian())
                .param("choices", wordings.choices(wording))
                .update();
    }

    private void overwrite(long wordingId, Wording wording) {
        jdbc.sql("""
                        update question_wording
                           set kind = :kind, english = :english, indonesian = :indonesian, english_help = :englishHelp,
                               indonesian_help = :indonesianHelp, choices = cast(:choices as jsonb)
                         where id = :id
                        """)
                .param("id", wordingId)
                .param("kind", wording.kind().name())
                .param("english", wording.text().english())
                .param("indonesian", wording.text().indonesian())
                .param("englishHelp", wording.help().english())
                .param("indonesianHelp", wording.help().indonesian())
                .param("choices", wordings.choices(wording))
                .update();
    }

    /** Answers tell places of choices: more may be added at the end, but none taken away. */
    private static boolean isAnsweredAlike(Wording before, Wording after) {
        return before.kind() == after.kind()
                && after.choices().size() >= before.choices().size();
    }
}
