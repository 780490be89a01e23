package app.tahap.proposal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProposalRepository extends JpaRepository<Proposal, Long> {

    Optional<Proposal> findByIdempotencyKey(UUID key);

    @Query(value = "select nextval('proposal_reference')", nativeQuery = true)
    long nextReference();
}
