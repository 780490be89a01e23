package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.ImportedDeals;
import app.tahap.deal.ImportedDeals.Prospect;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an import back as a whole, and restores it: its deals leave at once, and come again as far as they can. */
@Service
@Transactional
class ImportReversal {

    private final ImportRepository imports;
    private final ImportedDeals deals;
    private final Clock clock;

    ImportReversal(ImportRepository imports, ImportedDeals deals, Clock clock) {
        this.imports = imports;
        this.deals = deals;
        this.clock = clock;
    }

    /**
     * What a taking back or a restoring did.
     *
     * @param changed deals that were deleted, or restored
     * @param others deals that were not: somebody worked on them, or they were imported again
     */
    record Effect(int changed, int others) {}

    @Transactional(readOnly = true)
    Prospect prospect(long id, Viewer viewer) {
        imports.load(id, viewer);
        return deals.prospect(id);
    }

    /** Deletes the deals that nobody has worked on since. */
    Effect takeBack(long id, Viewer viewer) {
        Import work = imports.loadForChange(id, viewer);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it, to find them again
        work.takeBack(now);
        int deleted = deals.delete(id, now, viewer);
        return new Effect(deleted, deals.prospect(id).staying());
    }

    /**
     * Restores the deals that were taken back, and were not restored or imported again since. While some stay deleted the
     * import stays taken back, so that it can be tried again.
     */
    Effect restore(long id, Viewer viewer) {
        Import work = imports.loadForChange(id, viewer);
        imports.buryRunningBefore(clock.instant().minus(ImportStatus.SILENCE));
        if (imports.existsByStatus(ImportStatus.RUNNING)) {
            throw new RuleException("exchange.run.other");
        }
        Instant left = work.requireTakenBackAt();
        int restored = deals.restore(id, left, clock.instant(), viewer);
        int staying = deals.absent(id, left).all();
        if (staying == 0) {
            work.restore();
        }
        return new Effect(restored, staying);
    }
}
