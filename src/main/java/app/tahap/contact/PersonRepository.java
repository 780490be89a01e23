package app.tahap.contact;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** People who were not deleted. */
public interface PersonRepository extends JpaRepository<Person, Long> {

    Optional<Person> findByIdAndDeletedAtIsNull(long id);

    Optional<Person> findFirstByNameIgnoreCaseAndDeletedAtIsNullOrderById(String name);
}
