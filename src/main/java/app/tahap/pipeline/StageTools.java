package app.tahap.pipeline;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tools are switched on for a stage. */
@Repository
public class StageTools {

    private final JdbcClient jdbc;

    StageTools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tools of a stage; empty for a plain column. */
    public Set<StageTool> of(long stageId) {
        Set<StageTool> tools = EnumSet.noneOf(StageTool.class);
        jdbc.sql("select tool from stage_tool where stage_id = :stage")
                .param("stage", stageId)
                .query(String.class)
                .list()
                .forEach(tool -> tools.add(StageTool.valueOf(tool)));
        return tools;
    }

    /** Switches exactly these tools on. */
    void set(long stageId, Collection<StageTool> tools) {
        String[] names = tools.stream().map(Enum::name).toArray(String[]::new);
        jdbc.sql("delete from stage_tool where stage_id = :stage and tool <> all (:tools)")
                .param("stage", stageId)
                .param("tools", names)
                .update();
        jdbc.sql("insert into stage_tool (stage_id, tool) select :stage, unnest(:tools) on conflict do nothing")
                .param("stage", stageId)
                .param("tools", names)
                .update();
    }
}
