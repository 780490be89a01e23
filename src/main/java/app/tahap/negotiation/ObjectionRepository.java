package app.tahap.negotiation;

import app.tahap.web.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ObjectionRepository extends JpaRepository<Objection, Long> {

    Optional<Objection> findByIdAndDealIdAndDeletedAtIsNull(long id, long dealId);

    Optional<Objection> findByIdempotencyKey(UUID key);

    /** An objection of a deal of which is known that the viewer may see it. */
    default Objection load(long id, long dealId) {
        return findByIdAndDealIdAndDeletedAtIsNull(id, dealId)
                .orElseThrow(() -> new NotFoundException("objection", id));
    }
}
