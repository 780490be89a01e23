package app.tahap.campaign;

import app.tahap.web.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CampaignRepository extends JpaRepository<Campaign, Long> {

    Optional<Campaign> findByIdempotencyKey(UUID key);

    default Campaign load(long id) {
        return findById(id).orElseThrow(() -> new NotFoundException("campaign", id));
    }
}
