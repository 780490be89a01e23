package app.tahap.proposal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ProposalVersionRepository extends JpaRepository<ProposalVersion, Long> {

    Optional<ProposalVersion> findByProposalIdAndStatus(long proposalId, ProposalStatus status);

    /** The versions of a proposal in their order. */
    List<ProposalVersion> findByProposalIdOrderByNumber(long proposalId);

    /** Locked until the end of the transaction; the deal is locked before. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from ProposalVersion v where v.id = :id")
    Optional<ProposalVersion> findLocked(long id);
}
