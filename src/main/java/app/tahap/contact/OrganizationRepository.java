package app.tahap.contact;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Organisations that were not deleted. */
public interface OrganizationRepository extends JpaRepository<Organization, Long> {

    Optional<Organization> findByIdAndDeletedAtIsNull(long id);

    Optional<Organization> findFirstByNameIgnoreCaseAndDeletedAtIsNullOrderById(String name);
}
