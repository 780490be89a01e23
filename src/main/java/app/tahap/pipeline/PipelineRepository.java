package app.tahap.pipeline;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The pipelines of the workspace, in their order. */
public interface PipelineRepository extends JpaRepository<Pipeline, Long> {

    /** All pipelines, archived ones too, locked: whoever else would change their names or order waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Pipeline p order by p.position, p.id")
    List<Pipeline> findAllForChange();

    /** A pipeline about to be filled; who would change its stages waits. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select p from Pipeline p where p.id = :id")
    Optional<Pipeline> findToEnter(long id);

    /** A pipeline whose stages are about to change; others who would change them wait. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Pipeline p where p.id = :id")
    Optional<Pipeline> findForChange(long id);
}
