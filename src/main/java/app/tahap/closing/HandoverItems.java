package app.tahap.closing;

import app.tahap.web.NotFoundException;
import app.tahap.web.Versions;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and shapes the hand-over lists of pipelines. Nothing is ever removed, since activities were made of it. */
@Repository
@Transactional
class HandoverItems {

    private static final String SELECT = """
            select i.id, i.pipeline_id, i.text, i.days, i.assignee_id, u.name as assignee,
                   i.archived_at is not null as archived, i.version
              from handover_item i left join users u on u.id = i.assignee_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those in use in their order, then the archived ones. */
    List<HandoverItem> of(long pipelineId) {
        return jdbc.sql(SELECT + " where i.pipeline_id = :id order by i.archived_at is not null, i.position, i.id")
                .param("id", pipelineId)
                .query(HandoverItem.class)
                .list();
    }

    HandoverItem load(long id) {
        return jdbc.sql(SELECT + " where i.id = :id")
                .param("id", id)
                .query(HandoverItem.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("hand-over item", id));
    }

    void add(long pipelineId, HandoverForm form) {
        lock();
        jdbc.sql("""
                        insert into handover_item (pipeline_id, text, days, assignee_id, position)
                        select :pipeline, :text, :days, :assignee, coalesce(max(position), 0) + 1
                          from handover_item where pipeline_id = :pipeline
                        """)
                .param("pipeline", pipelineId)
                .param("text", form.told())
                .param("days", form.number())
                .param("assignee", form.assignee(), Types.BIGINT)
                .update();
    }

    void edit(long id, HandoverForm form) {
        lock();
        Versions.requireCurrent(HandoverItem.class, load(id).version(), form.version());
        jdbc.sql("""
                        update handover_item
                           set text = :text, days = :days, assignee_id = :assignee, version = version + 1 where id = :id
                        """)
                .param("id", id)
                .param("text", form.told())
                .param("days", form.number())
                .param("assignee", form.assignee(), Types.BIGINT)
                .update();
    }

    /** Puts an item directly below another one, or first where none is named. */
    void place(long id, @Nullable Long aboveId) {
        lock();
        List<Long> ids = new ArrayList<>(of(load(id).pipelineId()).stream()
                .filter(item -> !item.archived() && item.id() != id)
                .map(HandoverItem::id)
                .toList());
        ids.add(aboveId == null ? 0 : ids.indexOf(aboveId) + 1, id);
        for (int position = 1; position <= ids.size(); position++) {
            update(ids.get(position - 1), "position = " + position);
        }
    }

    void archive(long id) {
        load(id);
        jdbc.sql("update handover_item set archived_at = coalesce(archived_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void restore(long id) {
        update(load(id).id(), "archived_at = null");
    }

    private void lock() {
        jdbc.sql("lock table handover_item in share row exclusive mode").update();
    }

    private void update(long id, String change) {
        jdbc.sql("update handover_item set " + change + " where id = :id")
                .param("id", id)
                .update();
    }
}
