package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.assessment.AskedQuestions.Asked;
import app.tahap.deal.DealRecord;
import app.tahap.deal.FileRecord;
import app.tahap.deal.RecordReader;
import app.tahap.deal.RecordRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows as answers, and writes those to questions that a deal has not answered. */
final class AnswerReader implements RecordReader<AnswerReader.Told> {

    private static final int LONGEST_QUESTION = 300;

    private final AskedQuestions questions;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Locale locale;
    private final Instant now;

    AnswerReader(AskedQuestions questions, JdbcClient jdbc, JdbcTemplate template, Locale locale, Instant now) {
        this.questions = questions;
        this.jdbc = jdbc;
        this.template = template;
        this.locale = locale;
        this.now = now;
    }

    /** An answer as a file tells it. */
    record Told(long dealId, long pipelineId, long wordingId, Answer answer, long author, Instant at)
            implements DealRecord {

        /** There is one answer to a question, whatever it is. */
        @Override
        public List<String> sought() {
            return List.of(name(dealId, wordingId));
        }

        @Override
        public List<String> known() {
            return sought();
        }

        static String name(long dealId, long wordingId) {
            return FileRecord.name(dealId, wordingId);
        }
    }

    @Override
    public Optional<Told> read(List<RecordRow> rows) {
        RecordRow row = rows.get(0);
        Instant at = Objects.requireNonNullElse(row.past(AnswerFile.ON), now);
        String text = row.required(AnswerFile.QUESTION, LONGEST_QUESTION);
        String cell = row.required(AnswerFile.ANSWER, Answer.LONGEST);
        Optional<Asked> asked = questions.find(row.deal().pipelineId(), text);
        if (asked.isEmpty() && !text.isEmpty()) {
            row.refuse("assessment.file.question", text);
        }
        Optional<Answer> answer = asked.flatMap(question -> AnswerCell.read(question.wording(), cell))
                .filter(Answer::isGiven);
        if (asked.isPresent() && answer.isEmpty() && !cell.isEmpty()) {
            row.refuse("assessment.file.answer." + asked.get().wording().kind(), cell, choices(asked.get()));
        }
        return answer.map(one -> new Told(
                row.deal().id(),
                row.deal().pipelineId(),
                asked.orElseThrow().id(),
                one,
                row.author(AnswerFile.BY),
                at));
    }

    private String choices(Asked asked) {
        return String.join(", ", asked.wording().choicesIn(locale));
    }

    @Override
    public Set<String> present(List<Told> read) {
        Set<String> names = new HashSet<>();
        jdbc.sql("select deal_id, wording_id from deal_answer where deal_id = any(:deals) and given")
                .param("deals", DealRecord.deals(read))
                .query(row -> {
                    names.add(Told.name(row.getLong("deal_id"), row.getLong("wording_id")));
                });
        return names;
    }

    /** An answer that was taken away stays as an empty one, and gives way. */
    @Override
    public void write(List<Told> records, Viewer importer, long importId) {
        template.batchUpdate(
                """
                insert into deal_assessment (deal_id, pipeline_id, edition)
                select ?, pipeline_id, edition from question_set where pipeline_id = ? on conflict do nothing
                """,
                records.stream()
                        .map(told -> new Object[] {told.dealId(), told.pipelineId()})
                        .toList());
        template.batchUpdate(
                """
                insert into deal_answer (deal_id, wording_id, text, choices, rating, answered_by, answered_at, version,
                                         import_id, import_version)
                values (?, ?, ?, ?, ?, ?, ?, 1, ?, 1)
                    on conflict (deal_id, wording_id) do update
                   set text = excluded.text, choices = excluded.choices, rating = excluded.rating,
                       answered_by = excluded.answered_by, answered_at = excluded.answered_at,
                       version = deal_answer.version + 1, import_id = excluded.import_id,
                       import_version = deal_answer.version + 1
                 where not deal_answer.given
                """,
                records.stream()
                        .map(told -> new @Nullable Object[] {
                            told.dealId(),
                            told.wordingId(),
                            told.answer().text(),
                            told.answer().choices().toArray(Integer[]::new),
                            told.answer().rating(),
                            told.author(),
                            Timestamp.from(told.at()),
                            importId
                        })
                        .toList());
    }
}
