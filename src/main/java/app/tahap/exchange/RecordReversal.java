package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.DealJournal;
import app.tahap.deal.ImportedDeals.Prospect;
import app.tahap.deal.ImportedRecords;
import app.tahap.deal.JournalEntry;
import app.tahap.deal.RecordFile;
import app.tahap.notification.Argument;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an import of records back as a whole, but for those that somebody has changed or used since. */
@Service
@Transactional
class RecordReversal {

    private final ImportRepository imports;
    private final RecordFiles kinds;
    private final RecordWork reading;
    private final DealJournal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordReversal(
            ImportRepository imports,
            RecordFiles kinds,
            RecordWork reading,
            DealJournal journal,
            JdbcClient jdbc,
            Clock clock) {
        this.imports = imports;
        this.kinds = kinds;
        this.reading = reading;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What of an import is still there: records that taking it back deletes, and such as stay. */
    @Transactional(readOnly = true)
    Prospect prospect(long id, Viewer viewer) {
        Import work = imports.loadRecords(id, viewer);
        return prospect(id, kinds.load(work.getKind()).imported());
    }

    private Prospect prospect(long id, ImportedRecords records) {
        return jdbc.sql("""
                        select count(*) filter (where %1$s) as leaving, count(*) filter (where not (%1$s)) as staying
                          from %2$s r where %3$s
                        """.formatted(records.untouched(), records.table(), records.present()))
                .param("import", id)
                .query(Prospect.class)
                .single();
    }

    /** Deletes what nobody has changed or used; answers how many records that are, and how many stay. */
    ImportReversal.Effect takeBack(long id, Viewer viewer) {
        Import work = imports.loadRecordsForChange(id, viewer);
        RecordFile kind = kinds.load(work.getKind());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it, to find them again
        work.takeBack(now);
        reading.waitForOthers(kind);
        if (kind.ofDeals()) {
            lockDeals(id, kind.imported());
        }
        List<@Nullable Long> left = jdbc.sql(kind.imported().takingBack())
                .param("import", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", viewer.id())
                .query(Long.class)
                .list();
        Map<Long, Long> byDeal = left.stream()
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(deal -> deal, TreeMap::new, Collectors.counting()));
        kind.takenBack(id, byDeal.keySet(), now);
        byDeal.keySet().stream()
                .collect(Collectors.groupingBy(byDeal::get))
                .forEach((count, deals) -> journal.write(
                        deals,
                        viewer.id(),
                        now,
                        JournalEntry.of(
                                kind.words() + ".taken-back", Argument.of(count), Argument.of(work.getFileName()))));
        return new ImportReversal.Effect(
                left.size(), prospect(id, kind.imported()).staying());
    }

    /** In the order of their ids, as whoever locks many; what is decided next sees what others did until then. */
    private void lockDeals(long id, ImportedRecords records) {
        jdbc.sql("select id from deal where id in (select r.deal_id from %s r where %s) order by id for no key update"
                        .formatted(records.table(), records.present()))
                .param("import", id)
                .query(row -> {});
    }
}
