package app.tahap.deal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DealEventRepository extends Repository<DealEvent, Long> {

    DealEvent save(DealEvent event);

    Optional<DealEvent> findByIdempotencyKey(UUID key);

    boolean existsByIdAndDealId(long eventId, long dealId);

    boolean existsByUndoesIdAndDealId(long eventId, long dealId);

    /** The events of a deal that count, the latest first: neither undone nor an undoing. */
    @Query("""
            select e from DealEvent e
             where e.dealId = :dealId and e.kind <> 'UNDONE'
               and not exists (select 1 from DealEvent u where u.undoesId = e.id)
             order by e.id desc limit 2
            """)
    List<DealEvent> findLastTwoEffective(long dealId);
}
