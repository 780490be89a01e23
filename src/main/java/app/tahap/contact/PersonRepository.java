package app.tahap.contact;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** People; those found for a change are locked until the end of the transaction. */
public interface PersonRepository extends JpaRepository<Person, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Person> findForChangeByIdAndDeletedAtIsNull(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Person> findForChangeByIdAndDeletedAtIsNotNull(long id);

    /** The id of the one that a form made which had that key and named it so. */
    @Query("select p.id from Person p where p.idempotencyKey = :key and lower(p.name) = lower(:name)")
    Optional<Long> findMadeBy(@Nullable UUID key, String name);

    boolean existsByNameIgnoreCaseAndDeletedAtIsNull(String name);
}
