package app.tahap.qualification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By which framework the deals of each pipeline are asked. */
@Repository
class PipelineChoices {

    private final JdbcClient jdbc;

    PipelineChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param frameworkId null where deals are asked nothing */
    record PipelineChoice(long id, String name, @Nullable Long frameworkId) {}

    List<PipelineChoice> all() {
        return jdbc.sql("""
                        select p.id, p.name, c.framework_id
                          from pipeline p left join qualification_choice c on c.pipeline_id = p.id
                         where p.archived_at is null order by p.position, p.id
                        """).query(PipelineChoice.class).list();
    }
}
