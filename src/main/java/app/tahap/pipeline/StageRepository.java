package app.tahap.pipeline;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stages of pipelines; finders leave out archived ones. */
public interface StageRepository extends JpaRepository<Stage, Long> {

    /** With its pipeline. */
    @EntityGraph(attributePaths = "pipeline")
    Optional<Stage> findByIdAndArchivedAtIsNull(long id);

    List<Stage> findByPipelineIdAndArchivedAtIsNullOrderByPositionAscIdAsc(long pipelineId);
}
