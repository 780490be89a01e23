package app.tahap.pipeline;

import app.tahap.web.Choice;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lead sources that can be chosen. */
@Repository
public class Sources {

    private final JdbcClient jdbc;

    Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lead sources in use, and one that stays on offer although it may be archived. */
    public List<Choice> choices(@Nullable Long current) {
        return jdbc.sql(
                        "select id, label from lead_source where archived_at is null or id = :current order by position, id")
                .param("current", current, Types.BIGINT)
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("label")))
                .list();
    }
}
