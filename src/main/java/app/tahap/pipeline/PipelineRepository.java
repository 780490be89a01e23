package app.tahap.pipeline;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The pipelines of the workspace, in their order. */
public interface PipelineRepository extends JpaRepository<Pipeline, Long> {

    List<Pipeline> findByArchivedAtIsNullOrderByPositionAscIdAsc();
}
