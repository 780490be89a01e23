package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import app.tahap.deal.ImportedRecords;
import app.tahap.deal.RecordColumn;
import app.tahap.deal.RecordColumns;
import app.tahap.deal.RecordFile;
import app.tahap.deal.RecordReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Activities, planned and done, from files as {@link ActivityCsvController} writes them. */
@Component
@Order(3)
class ActivityFile implements RecordFile {

    static final String KIND = "kind";
    static final String SUBJECT = "subject";
    static final String ASSIGNEE = "assignee";
    static final String DUE = "due";
    static final String TIME = "time";
    static final String MINUTES = "minutes";
    static final String DONE = "done";
    static final String DONE_BY = "done-by";
    static final String OUTCOME = "outcome";

    private final ActivityKinds kinds;
    private final ActivityImport activities;
    private final NextSteps nextSteps;
    private final Viewers viewers;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    ActivityFile(
            ActivityKinds kinds,
            ActivityImport activities,
            NextSteps nextSteps,
            Viewers viewers,
            JdbcClient jdbc,
            MessageSource messages) {
        this.kinds = kinds;
        this.activities = activities;
        this.nextSteps = nextSteps;
        this.viewers = viewers;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "activities";
    }

    @Override
    public String words() {
        return "activity.file";
    }

    @Override
    public List<RecordColumn> columns(Locale locale) {
        return new RecordColumns(messages, locale)
                .id()
                .deal("activity.list.deal")
                .required(KIND, "activity.list.kind")
                .required(SUBJECT, "activity.list.subject")
                .optional(ASSIGNEE, "activity.list.assignee")
                .optional(DUE, "activity.list.due")
                .optional(TIME, "activity.list.time")
                .optional(MINUTES, "activity.list.minutes")
                .optional(DONE, "activity.list.done")
                .optional(DONE_BY, "activity.list.done.by")
                .optional(OUTCOME, "activity.list.outcome")
                .list();
    }

    @Override
    public RecordReader<?> reader(Viewer importer) {
        return new ActivityReader(kinds.all(), activities, new Sight(viewers, jdbc), jdbc, importer);
    }

    @Override
    public ImportedRecords imported() {
        return ImportedRecords.marked("activity");
    }

    @Override
    public void takenBack(long importId, Collection<Long> dealIds, Instant at) {
        nextSteps.follow(dealIds);
    }
}
