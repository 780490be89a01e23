package app.tahap.exchange;

import app.tahap.account.Viewer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works through a file in steps. Each step writes its rows and how far it is in one transaction, so that whoever goes on
 * after a crash neither leaves a row out nor takes one twice.
 */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int STEP = 500;

    private final ImportRepository imports;
    private final ImportBatch batch;
    private final StoredFiles files;
    private final RowReaders readers;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ImportWorker(
            ImportRepository imports,
            ImportBatch batch,
            StoredFiles files,
            RowReaders readers,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.imports = imports;
        this.batch = batch;
        this.files = files;
        this.readers = readers;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Reads the file from where the import is to its end; stops early when another job has taken over. */
    void work(long importId, UUID job, boolean write, Viewer importer) {
        try {
            Import work = imports.load(importId, importer);
            if (readAll(work, job, write, importer)) {
                finish(importId, job, write);
            }
        } catch (RuntimeException failed) {
            LOG.error("Import {} stopped", importId, failed);
            stop(importId, job, write);
        }
    }

    private boolean readAll(Import work, UUID job, boolean write, Viewer importer) {
        ImportSettings settings = work.getSettings();
        ImportSettings.Columns columns = settings.toldColumns();
        Tally tally = new Tally(Objects.requireNonNull(work.getResult()));
        Identities identities = new Identities(columns);
        try (CsvRows rows = CsvRows.open(files.open(work.id()), settings.format())) {
            RowReader reader = readers.reader(settings, rows.width(), importer);
            int done = 0;
            while (rows.hasNext()) {
                boolean again = done < work.getRowsDone(); // only for their ids
                int most = again ? Math.min(STEP, work.getRowsDone() - done) : STEP;
                List<ReadRow> step = rows.next(most).stream()
                        .map(reader::read)
                        .map(identities::identify)
                        .toList();
                done += step.size();
                if (!again && !take(step, done, work, job, write, tally, importer)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean take(
            List<ReadRow> step, int done, Import work, UUID job, boolean write, Tally tally, Viewer importer) {
        ImportSettings.Columns columns = work.getSettings().toldColumns();
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (!isStillOurs(work.id(), job)) {
                return false;
            }
            batch.take(step, columns, work.id(), write, tally, importer);
            tell(work.id(), done, tally);
            return true;
        }));
    }

    /** Locks the import until the end of the transaction, so that whoever takes over waits for this step. */
    private boolean isStillOurs(long importId, UUID job) {
        return jdbc.sql("select true from deal_import where id = :import and runner = :job for update")
                .param("import", importId)
                .param("job", job)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    private void tell(long importId, int done, Tally tally) {
        jdbc.sql("""
                        update deal_import set rows_done = :done, result = :result::jsonb, heartbeat_at = :now
                         where id = :import
                        """)
                .param("done", done)
                .param("result", json.writeValueAsString(tally.result()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("import", importId)
                .update();
    }

    private void finish(long importId, UUID job, boolean write) {
        transactions.executeWithoutResult(status -> {
            end(importId, job, write ? ImportStatus.FINISHED : ImportStatus.CHECKED);
            if (write) {
                files.delete(importId);
            }
        });
    }

    private void stop(long importId, UUID job, boolean write) {
        end(importId, job, write ? ImportStatus.INTERRUPTED : ImportStatus.DRAFT);
    }

    private void end(long importId, UUID job, ImportStatus status) {
        jdbc.sql("""
                        update deal_import
                           set status = :status, finished_at = case when :status = 'FINISHED' then :now::timestamptz end
                         where id = :import and runner = :job
                        """)
                .param("status", status.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("import", importId)
                .param("job", job)
                .update();
    }
}
