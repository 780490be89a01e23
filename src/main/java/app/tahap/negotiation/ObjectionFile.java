package app.tahap.negotiation;

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

/** Objections from files as {@link ObjectionExportController} writes them. */
@Component
@Order(1)
class ObjectionFile implements RecordFile {

    static final String TYPE = "type";
    static final String STAGE = "stage";
    static final String WORDS = "words";
    static final String ANSWER = "answer";
    static final String OUTCOME = "outcome";
    static final String AUTHOR = "author";
    static final String RAISED = "raised";
    static final String DECIDED = "decided";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final MessageSource messages;
    private final Clock clock;

    ObjectionFile(JdbcClient jdbc, JdbcTemplate template, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "objections";
    }

    @Override
    public String words() {
        return "negotiation.file.objections";
    }

    @Override
    public List<RecordColumn> columns(Locale locale) {
        return new RecordColumns(messages, locale)
                .id()
                .deal("negotiation.export.deal")
                .required(TYPE, "negotiation.export.type")
                .optional(STAGE, "negotiation.export.stage")
                .required(WORDS, "negotiation.export.words")
                .optional(ANSWER, "negotiation.export.answer")
                .optional(OUTCOME, "negotiation.export.outcome")
                .optional(AUTHOR, "negotiation.export.author")
                .optional(RAISED, "negotiation.export.raised")
                .optional(DECIDED, "negotiation.export.decided")
                .list();
    }

    @Override
    public RecordReader<?> reader(Viewer importer) {
        return new ObjectionReader(jdbc, template, clock.instant());
    }

    @Override
    public ImportedRecords imported() {
        return ImportedRecords.marked("objection");
    }
}
