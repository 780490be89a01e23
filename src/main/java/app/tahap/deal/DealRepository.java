package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.web.NotFoundException;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Deals to be changed; pages read records through SQL instead. Loading through the viewer is the access check. */
public interface DealRepository extends JpaRepository<Deal, Long> {

    /** A deal that the viewer may see, locked until the end of the transaction. */
    default Deal loadForChange(long id, Viewer viewer) {
        return find(id, viewer, false).orElseThrow(() -> new NotFoundException("deal", id));
    }

    /** A deleted deal that the viewer may see, locked until the end of the transaction. */
    default Deal loadDeletedForChange(long id, Viewer viewer) {
        return find(id, viewer, true).orElseThrow(() -> new NotFoundException("deleted deal", id));
    }

    default boolean isVisible(long id, Viewer viewer) {
        return find(id, viewer, false).isPresent();
    }

    private Optional<Deal> find(long id, Viewer viewer, boolean deleted) {
        boolean everyone = viewer.visibility() == Visibility.EVERYONE;
        Long teamId = viewer.visibility() == Visibility.TEAM ? viewer.teamId() : null;
        return findLocked(id, deleted, everyone, viewer.id(), teamId);
    }

    /** Whether a deal that another system knows by a key is there, and not deleted. */
    boolean existsByExternalIdAndDeletedAtIsNull(String externalId);

    /** Joins no stage: who waited for the lock while the deal was moved would find none, and so no deal. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select d from Deal d
             where d.id = :id
               and ((:deleted = true and d.deletedAt is not null) or (:deleted = false and d.deletedAt is null))
               and (:everyone = true or d.facts.ownerId = :viewerId
                    or d.facts.ownerId in (select u.id from User u where u.teamId = :teamId))
            """)
    Optional<Deal> findLocked(long id, boolean deleted, boolean everyone, long viewerId, @Nullable Long teamId);
}
