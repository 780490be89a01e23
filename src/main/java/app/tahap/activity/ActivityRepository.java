package app.tahap.activity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Activities to be changed; pages read records through SQL instead. Who may see the deal may change its activities. */
interface ActivityRepository extends JpaRepository<Activity, Long> {

    /** Tells which deal is to be locked before the activity is loaded. */
    @Query("select a.dealId from Activity a where a.id = :id")
    Optional<Long> findDealId(long id);

    Optional<Activity> findByIdempotencyKey(UUID key);
}
