package app.tahap.negotiation;

import app.tahap.web.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface TermRepository extends JpaRepository<Term, Long> {

    Optional<Term> findByIdAndDealIdAndDeletedAtIsNull(long id, long dealId);

    Optional<Term> findByIdempotencyKey(UUID key);

    /** A term of a deal of which is known that the viewer may see it. */
    default Term load(long id, long dealId) {
        return findByIdAndDealIdAndDeletedAtIsNull(id, dealId).orElseThrow(() -> new NotFoundException("term", id));
    }
}
