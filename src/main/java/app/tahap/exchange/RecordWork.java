package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.RecordFile;
import app.tahap.deal.SheetWords;
import app.tahap.exchange.FileRow.Reading;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the file of an import of records from end to end. */
@Component
class RecordWork {

    private final StoredFiles files;
    private final RecordDeals deals;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    RecordWork(StoredFiles files, RecordDeals deals, JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.files = files;
        this.deals = deals;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    RecordHeadings headings(RecordFile kind, Import work, Viewer importer) {
        return RecordHeadings.of(
                kind.columns(importer.locale()), work.getSettings().headings());
    }

    /**
     * Lets one import of a kind after the other write, or be taken back: two files with the same rows must not both find that
     * they are new.
     */
    void waitForOthers(RecordFile kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('record import ' || :kind))")
                .param("kind", kind.key())
                .query(row -> {});
    }

    /** What would come of all rows; writes nothing yet. */
    RecordTaking take(RecordFile kind, Import work, Viewer importer) {
        FileFormat format = work.getSettings().format();
        FileText text = new FileText(importer.baseCurrency(), format.dates(), format.decimals(), importer.zone());
        Reading reading = new Reading(
                headings(kind, work, importer),
                text,
                RecordUsers.of(jdbc, importer),
                new SheetWords(messages),
                importer.locale(),
                clock.instant());
        List<FileRow> rows = new ArrayList<>();
        try (CsvRows file = CsvRows.open(files.open(work.id()), format)) {
            while (file.hasNext()) {
                rows.add(checked(new FileRow(file.next(), reading), file.width()));
            }
        }
        if (kind.ofDeals()) {
            deals.find(
                    rows.stream()
                            .filter(row -> !row.isRefused()
                                    && (row.tellsDeal() || kind.group(row).isEmpty()))
                            .toList(),
                    importer);
        }
        return RecordTaking.of(rows, kind, importer);
    }

    private static FileRow checked(FileRow row, int width) {
        List<String> cells = row.row().cells();
        if (!row.row().fits(width)) {
            row.refuse(Problem.of("cells", cells.size(), width));
        }
        cells.stream()
                .filter(cell -> cell.indexOf(CsvRows.UNREADABLE) >= 0)
                .findFirst()
                .ifPresent(cell -> row.refuse(Problem.of("characters", cell)));
        return row;
    }
}
