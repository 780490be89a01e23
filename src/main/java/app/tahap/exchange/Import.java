package app.tahap.exchange;

import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A file of deals or other records on its way in. */
@Entity
@Table(name = "deal_import")
class Import {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    /** The kind of records that it holds; null for deals. */
    private @Nullable String kind;

    private String fileName;
    private long fileSize;

    @Enumerated(EnumType.STRING)
    private ImportStatus status = ImportStatus.DRAFT;

    @JdbcTypeCode(SqlTypes.JSON)
    private ImportSettings settings;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ImportResult result;

    private @Nullable Instant takenBackAt;
    private int rowsTotal;
    private int rowsDone;
    private @Nullable UUID runner;
    private @Nullable Instant heartbeatAt;
    private long uploadedBy;
    private Instant uploadedAt;
    private @Nullable Instant finishedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Import() {}

    Import(String fileName, long fileSize, FileFormat format, FileSurvey survey, long uploadedBy, Instant uploadedAt) {
        this.fileName = fileName;
        this.fileSize = fileSize;
        this.settings = new ImportSettings(format, survey.headings(), null, null);
        this.rowsTotal = survey.rows();
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
    }

    /** A file of records of a kind. */
    static Import ofRecords(
            String kind,
            String fileName,
            long fileSize,
            FileFormat format,
            FileSurvey survey,
            long uploadedBy,
            Instant uploadedAt) {
        Import work = new Import(fileName, fileSize, format, survey, uploadedBy, uploadedAt);
        work.kind = kind;
        return work;
    }

    /** Says how the file is written; what was said of its columns counts no longer where they are others now. */
    void describe(FileFormat format, FileSurvey survey, Instant now) {
        requireEditable(now);
        boolean sameColumns = survey.headings().equals(settings.headings());
        settings = new ImportSettings(format, survey.headings(), sameColumns ? settings.columns() : null, null);
        rowsTotal = survey.rows();
    }

    /** Says what the columns tell, and which values then have to be given a meaning. */
    void describe(ImportSettings.Columns columns, ImportSettings.Values values, Instant now) {
        requireEditable(now);
        settings = new ImportSettings(settings.format(), settings.headings(), columns, values);
    }

    /** Says what the values mean, and begins to read every row without writing. */
    void check(ImportSettings.Values values, UUID job, Instant now) {
        requireEditable(now);
        settings = new ImportSettings(settings.format(), settings.headings(), settings.columns(), values);
        begin(ImportStatus.CHECKING, job, now);
    }

    /** Begins to write deals. */
    void run(UUID job, Instant now) {
        if (status != ImportStatus.CHECKED) {
            throw new RuleException("exchange.run.unchecked");
        }
        begin(ImportStatus.RUNNING, job, now);
    }

    /** Tells what would come of all rows; null where the file lacks a column without which none can be read. */
    void check(@Nullable ImportResult found) {
        status = found == null ? ImportStatus.DRAFT : ImportStatus.CHECKED;
        result = found;
    }

    /** Tells what came of all rows, which were written at once. */
    void finish(ImportResult brought, Instant now) {
        if (status != ImportStatus.CHECKED) {
            throw new RuleException("exchange.run.unchecked");
        }
        status = ImportStatus.FINISHED;
        result = brought;
        finishedAt = now;
    }

    private void begin(ImportStatus work, UUID job, Instant now) {
        status = work;
        result = ImportResult.NONE;
        rowsDone = 0;
        runner = job;
        heartbeatAt = now;
    }

    /** Goes on where a dead job stopped. Should that job live after all, it stops at its next step. */
    void goOn(UUID job, Instant now) {
        if (statusAt(now) != ImportStatus.INTERRUPTED) {
            throw new RuleException("exchange.run.not-interrupted");
        }
        status = ImportStatus.RUNNING;
        runner = job;
        heartbeatAt = now;
    }

    /** Lets its deals leave. */
    void takeBack(Instant now) {
        if (status != ImportStatus.FINISHED || takenBackAt != null) {
            throw new RuleException("exchange.taking-back.impossible");
        }
        takenBackAt = now;
    }

    /** When its deals left that may come again. */
    Instant requireTakenBackAt() {
        if (takenBackAt == null) {
            throw new RuleException("exchange.restoration.impossible");
        }
        return takenBackAt;
    }

    /** All deals that left are there again. */
    void restore() {
        takenBackAt = null;
    }

    /** The status, seen that a job which is silent for too long is dead. */
    ImportStatus statusAt(Instant now) {
        return status.seenAt(now, heartbeatAt);
    }

    /** Something that was begun with a file stays in the history. */
    void requireDeletable(Instant now) {
        requireEditable(now);
    }

    /** Two who describe the same file must not overwrite each other. */
    void requireVersion(int seen) {
        Versions.requireCurrent(Import.class, version, seen);
    }

    /** Whether it can still be described anew. */
    boolean isEditable(Instant now) {
        ImportStatus current = statusAt(now);
        return !current.isBegun() && !current.isWorking();
    }

    private void requireEditable(Instant now) {
        if (!isEditable(now)) {
            throw new ImportBegunException(id());
        }
        status = ImportStatus.DRAFT;
    }

    /** The id of a stored import. */
    long id() {
        return Objects.requireNonNull(id, "an import has an id once it is stored");
    }

    @Nullable String getKind() {
        return kind;
    }

    String getFileName() {
        return fileName;
    }

    boolean isFinished() {
        return status == ImportStatus.FINISHED;
    }

    ImportSettings getSettings() {
        return settings;
    }

    @Nullable ImportResult getResult() {
        return result;
    }

    int getRowsDone() {
        return rowsDone;
    }

    long getUploadedBy() {
        return uploadedBy;
    }

    int getVersion() {
        return version;
    }
}
