package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.notification.Argument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The runs of a playbook, newest first: those for deals that the viewer may see. */
@Repository
class RunList {

    private static final String OF =
            " from playbook_run r join deal d on d.id = r.deal_id where r.playbook_id = :playbook and ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RunWords words;

    RunList(JdbcClient jdbc, JsonMapper json, RunWords words) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
    }

    int count(long playbookId, Viewer viewer) {
        return ask("select count(*)", "", playbookId, viewer)
                .query(Integer.class)
                .single();
    }

    List<RunRow> load(long playbookId, long offset, int size, Viewer viewer) {
        return rows(" offset :offset limit :size", playbookId, viewer)
                .param("offset", offset)
                .param("size", size)
                .query((row, number) -> map(row, viewer))
                .list();
    }

    /** Hands over all of them, one at a time. */
    @Transactional(readOnly = true)
    public void forEach(long playbookId, Viewer viewer, Consumer<RunRow> consumer) {
        try (var rows = rows("", playbookId, viewer).query((row, number) -> map(row, viewer)).stream()) {
            rows.forEach(consumer);
        }
    }

    private JdbcClient.StatementSpec rows(String page, long playbookId, Viewer viewer) {
        return ask("""
                        select r.deal_id, d.title, r.state, r.attempts, r.reason, r.arguments::text as arguments, r.action_number,
                               r.created_at, r.due_at, r.ended_at
                        """, " order by r.id desc" + page, playbookId, viewer);
    }

    private JdbcClient.StatementSpec ask(String what, String end, long playbookId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql(what + OF + visible.where() + end)
                .params(visible.parameters())
                .param("playbook", playbookId);
    }

    private RunRow map(ResultSet row, Viewer viewer) throws SQLException {
        RunState state = RunState.valueOf(row.getString("state"));
        @Nullable Timestamp ended = row.getTimestamp("ended_at");
        return new RunRow(
                row.getLong("deal_id"),
                row.getString("title"),
                state,
                state == RunState.WAITING ? waiting(row, viewer) : words.reason(end(state, row), viewer),
                Objects.requireNonNull(row.getTimestamp("created_at")).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private RunEnd end(RunState state, ResultSet row) throws SQLException {
        @Nullable String arguments = row.getString("arguments");
        return new RunEnd(
                state,
                row.getString("reason"),
                arguments == null ? List.of() : List.of(json.readValue(arguments, Argument[].class)),
                row.getObject("action_number", Integer.class));
    }

    private @Nullable String waiting(ResultSet row, Viewer viewer) throws SQLException {
        Instant due = Objects.requireNonNull(row.getTimestamp("due_at")).toInstant();
        return row.getInt("attempts") == 0 ? null : words.say("playbook.run.again", List.of(Argument.of(due)), viewer);
    }
}
