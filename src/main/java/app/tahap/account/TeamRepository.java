package app.tahap.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The teams of the workspace. */
public interface TeamRepository extends JpaRepository<Team, Long> {

    /** A team that is about to be removed; until that is done nobody joins it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Team> findForChangeById(long id);

    /** A team that somebody is about to join; until that is done it is not removed. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select t from Team t where t.id = :id")
    Optional<Team> findToJoin(long id);
}
