package app.tahap.pipeline;

import app.tahap.web.NotFoundException;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The stages of pipelines; finders leave out archived ones. */
public interface StageRepository extends JpaRepository<Stage, Long> {

    /** With its pipeline. */
    @EntityGraph(attributePaths = "pipeline")
    Optional<Stage> findByIdAndArchivedAtIsNull(long id);

    /** To be edited: its guidance and tools count for its version as its own columns do. */
    @Lock(LockModeType.OPTIMISTIC_FORCE_INCREMENT)
    @Query("select s from Stage s where s.id = :id and s.archivedAt is null")
    Optional<Stage> findForEdit(long id);

    List<Stage> findByPipelineIdAndArchivedAtIsNullOrderByPositionAscIdAsc(long pipelineId);

    @Query("select s.pipeline.id from Stage s where s.id = :id and s.archivedAt is null")
    Optional<Long> findPipelineId(long id);

    /** The stages that were archived together with their pipeline. */
    List<Stage> findByPipelineIdAndSuccessorIsNull(long pipelineId);

    /** All stages of a pipeline, those in use first. */
    @Query("""
            select s from Stage s where s.pipeline.id = :pipelineId
             order by case when s.archivedAt is null then 0 else 1 end, s.position, s.id
            """)
    List<Stage> findAllOf(long pipelineId);

    /** To which a stage's deals went when it was removed. */
    @Query("select s.successor.id from Stage s where s.id = :id")
    Optional<Long> findSuccessorId(long id);

    /** What a stage took over goes to its own successor, so that a successor is always in use. */
    @Modifying(flushAutomatically = true)
    @Query("update Stage s set s.successor = :successor where s.successor = :stage")
    void bequeath(Stage stage, Stage successor);

    /**
     * A stage, archived or not, for a deal about to enter it: nobody can archive it before the transaction ends, so that
     * no deal is left behind in it. Whoever enters asks {@link Stage#isArchived} afterwards.
     */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select s from Stage s join fetch s.pipeline where s.id = :id")
    Optional<Stage> findToEnter(long id);

    /** As {@link #findToEnter}, for a stage that must exist. */
    default Stage loadToEnter(long id) {
        return findToEnter(id).orElseThrow(() -> new NotFoundException("stage", id));
    }
}
