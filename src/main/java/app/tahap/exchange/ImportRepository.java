package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Imports as the viewer may see them: administrators all, managers their own. */
interface ImportRepository extends JpaRepository<Import, Long> {

    /** An import of deals. */
    default Import load(long id, Viewer viewer) {
        return visible(findById(id).filter(one -> one.getKind() == null), id, viewer);
    }

    /** An import of deals that the viewer may see, locked until the end of the transaction: its job waits. */
    default Import loadForChange(long id, Viewer viewer) {
        return visible(findLocked(id).filter(one -> one.getKind() == null), id, viewer);
    }

    /** An import of records, locked in the same way. */
    default Import loadRecordsForChange(long id, Viewer viewer) {
        return visible(findLocked(id).filter(one -> one.getKind() != null), id, viewer);
    }

    /** An import of records. */
    default Import loadRecords(long id, Viewer viewer) {
        return visible(findById(id).filter(one -> one.getKind() != null), id, viewer);
    }

    /** An import of anything. */
    default Import loadAny(long id, Viewer viewer) {
        return visible(findById(id), id, viewer);
    }

    /** The same, locked. */
    default Import loadAnyForChange(long id, Viewer viewer) {
        return visible(findLocked(id), id, viewer);
    }

    private static Import visible(Optional<Import> found, long id, Viewer viewer) {
        return found.filter(one -> viewer.isAdministrator() || one.getUploadedBy() == viewer.id())
                .orElseThrow(() -> new NotFoundException("import", id));
    }

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Import i where i.id = :id")
    Optional<Import> findLocked(long id);

    boolean existsByStatus(ImportStatus status);

    /** Only one import runs at a time; a dead one must not stand in the way of others. */
    @Modifying
    @Query("update Import i set i.status = 'INTERRUPTED' where i.status = 'RUNNING' and i.heartbeatAt < :limit")
    int buryRunningBefore(Instant limit);
}
