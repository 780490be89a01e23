package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.deal.RecordFile;
import app.tahap.notification.Argument;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes files of records in, says what would come of them, and writes that in one transaction. */
@Service
@Transactional
class RecordService {

    static final int MOST_ROWS = 20_000;

    private final ImportRepository imports;
    private final StoredFiles files;
    private final ImportRefusals refusals;
    private final RecordFiles kinds;
    private final RecordWork reading;
    private final DealJournal journal;
    private final Clock clock;

    RecordService(
            ImportRepository imports,
            StoredFiles files,
            ImportRefusals refusals,
            RecordFiles kinds,
            RecordWork reading,
            DealJournal journal,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.refusals = refusals;
        this.kinds = kinds;
        this.reading = reading;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Keeps a file and reads it in the format it seems to have; returns the import's id.
     *
     * @throws UnreadableFileException where it is no table with at least one row, or has too many; nothing is kept then
     */
    long upload(RecordFile kind, String name, long size, Content content, Viewer viewer) throws IOException {
        FileFormat format = FormatGuess.guess(content, viewer.locale());
        FileSurvey survey = survey(content, format);
        Import work = imports.saveAndFlush(Import.ofRecords(
                kind.key(), ImportService.brief(name), size, format, survey, viewer.id(), clock.instant()));
        try (InputStream bytes = content.open()) {
            files.store(work.id(), bytes);
        }
        check(work, kind, viewer);
        return work.id();
    }

    private static FileSurvey survey(Content content, FileFormat format) {
        FileSurvey survey = FileSurvey.of(content, format);
        if (survey.rows() == 0) {
            boolean empty = survey.headings().isEmpty();
            throw new UnreadableFileException(empty ? "exchange.file.empty" : "exchange.file.heading-only");
        }
        if (survey.rows() > MOST_ROWS) {
            throw new UnreadableFileException("exchange.file.rows", MOST_ROWS);
        }
        return survey;
    }

    @Transactional(readOnly = true)
    Import load(long id, Viewer viewer) {
        return imports.loadRecords(id, viewer);
    }

    /** The file of an import that is not done, for reading it. */
    Content content(Import work) {
        return () -> files.open(work.id());
    }

    /** Reads the file in another format. */
    void describe(long id, FileFormat format, int version, Viewer viewer) {
        Import work = imports.loadRecordsForChange(id, viewer);
        work.requireVersion(version);
        work.describe(format, survey(content(work), format), clock.instant());
        check(work, kinds.load(work.getKind()), viewer);
    }

    private void check(Import work, RecordFile kind, Viewer viewer) {
        refusals.clear(work.id());
        if (!reading.headings(kind, work, viewer).isComplete()) {
            work.check(null);
            return;
        }
        RecordTaking taking = reading.take(kind, work, viewer);
        refusals.keep(work.id(), taking.refused());
        work.check(taking.result());
    }

    /** Writes what is new. Once that is done, asking again changes nothing. */
    void run(long id, int version, Viewer viewer) {
        Import work = imports.loadRecordsForChange(id, viewer);
        if (work.isFinished()) {
            return;
        }
        work.requireVersion(version);
        RecordFile kind = kinds.load(work.getKind());
        reading.waitForOthers(kind);
        kind.hold();
        RecordTaking taking = reading.take(kind, work, viewer);
        taking.write(id);
        taking.dealsByCount().forEach((count, deals) -> tell(kind, work, count, deals, viewer));
        refusals.clear(id);
        refusals.keep(id, taking.refused());
        files.delete(id);
        work.finish(taking.result(), clock.instant());
    }

    private void tell(RecordFile kind, Import work, int count, List<Long> deals, Viewer viewer) {
        journal.write(
                deals,
                viewer.id(),
                clock.instant(),
                JournalEntry.of(kind.words() + ".event", Argument.of(count), Argument.of(work.getFileName())));
    }
}
