package app.tahap.contact;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Organisations; those found for a change are locked until the end of the transaction. */
public interface OrganizationRepository extends JpaRepository<Organization, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Organization> findForChangeByIdAndDeletedAtIsNull(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Organization> findForChangeByIdAndDeletedAtIsNotNull(long id);

    /** The id of the one that a form made which had that key and named it so. */
    @Query("select o.id from Organization o where o.idempotencyKey = :key and lower(o.name) = lower(:name)")
    Optional<Long> findMadeBy(@Nullable UUID key, String name);

    /** The organisation is about to get a deal or a person; until that is done it is not deleted. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    Optional<Organization> findFirstToUseByNameIgnoreCaseAndDeletedAtIsNullOrderById(String name);

    Optional<Organization> findFirstByNameIgnoreCaseAndDeletedAtIsNullOrderById(String name);
}
