package app.tahap.closing;

import app.tahap.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The competitors that can be chosen now. */
@Repository
class Competitors {

    private final JdbcClient jdbc;

    Competitors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Choice> choices() {
        return jdbc.sql("select id, label from competitor where archived_at is null order by position, id")
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("label")))
                .list();
    }

    boolean mayBeChosen(@Nullable Long id) {
        return id == null
                || choices().stream().anyMatch(choice -> choice.value().equals(id.toString()));
    }
}
