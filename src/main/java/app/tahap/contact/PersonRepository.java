package app.tahap.contact;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** People; those found for a change are locked until the end of the transaction. */
public interface PersonRepository extends JpaRepository<Person, Long> {

    Optional<Person> findByIdAndDeletedAtIsNull(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Person> findForChangeByIdAndDeletedAtIsNull(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Person> findForChangeByIdAndDeletedAtIsNotNull(long id);

    Optional<Person> findFirstByNameIgnoreCaseAndDeletedAtIsNullOrderById(String name);
}
