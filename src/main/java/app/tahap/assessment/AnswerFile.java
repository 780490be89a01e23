package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.deal.ImportedRecords;
import app.tahap.deal.RecordColumn;
import app.tahap.deal.RecordColumns;
import app.tahap.deal.RecordFile;
import app.tahap.deal.RecordReader;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers of customers from files as {@link AnswersCsvController} writes them. */
@Component
@Order(4)
class AnswerFile implements RecordFile {

    static final String QUESTION = "question";
    static final String ANSWER = "answer";
    static final String BY = "by";
    static final String ON = "on";

    private final Wordings wordings;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final MessageSource messages;
    private final Clock clock;

    AnswerFile(Wordings wordings, JdbcClient jdbc, JdbcTemplate template, MessageSource messages, Clock clock) {
        this.wordings = wordings;
        this.jdbc = jdbc;
        this.template = template;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "answers";
    }

    @Override
    public String words() {
        return "assessment.file";
    }

    /** Files that were exported earlier call the ID of the deal "ID". */
    @Override
    public List<RecordColumn> columns(Locale locale) {
        return new RecordColumns(messages, locale)
                .optional(RecordColumn.DEAL_ID, "deal.record.id")
                .or("ID")
                .optional(RecordColumn.DEAL, "deal.list.title")
                .optional(RecordColumn.ORGANIZATION, "deal.list.organization")
                .required(QUESTION, "assessment.csv.question")
                .required(ANSWER, "assessment.csv.answer")
                .optional(BY, "assessment.csv.by")
                .optional(ON, "assessment.csv.on")
                .list();
    }

    @Override
    public RecordReader<?> reader(Viewer importer) {
        return new AnswerReader(AskedQuestions.all(jdbc, wordings), jdbc, template, importer.locale(), clock.instant());
    }

    @Override
    public ImportedRecords imported() {
        return new ImportedRecords("deal_answer", "r.given", "r.version = r.import_version", """
                update deal_answer r set text = null, choices = '{}', rating = null, answered_at = :now, version = r.version + 1
                 where %s returning r.deal_id
                """);
    }
}
