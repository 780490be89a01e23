package app.tahap.deal;

import app.tahap.account.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The history of a deal, newest first: every event, undone ones too, and the notes. Six queries at the most. */
@Repository
class Timeline {

    static final int PAGE = 50;

    private static final Map<String, String> NAMES = Map.of(
            "owner", "select id, name from users where id in (:ids)",
            "organization", "select id, name from organization where id in (:ids)",
            "person", "select id, name from person where id in (:ids)",
            "source", "select id, label as name from lead_source where id in (:ids)");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Timeline(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    int count(long dealId) {
        return jdbc.sql("""
                        select (select count(*) from deal_event where deal_id = :deal)
                             + (select count(*) from deal_note where deal_id = :deal and deleted_at is null)
                        """).param("deal", dealId).query(Integer.class).single();
    }

    List<TimelineItem> load(long dealId, long offset, Viewer viewer) {
        List<TimelineItem> items = jdbc.sql("""
                        select * from (
                            select e.id, e.kind, e.occurred_at as at, u.name as actor, s.name as stage,
                                   coalesce(re.label || coalesce(': ' || nullif(e.reason_note, ''), ''), e.parked_until::text) as detail,
                                   e.imported, exists (select from deal_event x where x.undoes_id = e.id) as undone,
                                   e.id = (select max(l.id) from effective_deal_event l where l.deal_id = :deal) as latest,
                                   false as own, false as edited, e.changes::text as changes
                              from deal_event e
                              join stage s on s.id = e.stage_id
                              left join users u on u.id = e.actor_id
                              left join outcome_reason re on re.id = e.reason_id
                             where e.deal_id = :deal
                            union all
                            select n.id, 'NOTE', n.created_at, u.name, null, n.text, false, false, false,
                                   n.author_id = :viewer, n.edited_at is not null, null
                              from deal_note n join users u on u.id = n.author_id
                             where n.deal_id = :deal and n.deleted_at is null) item
                         order by at desc, (kind = 'NOTE') desc, id desc offset :offset limit :limit
                        """)
                .param("deal", dealId)
                .param("viewer", viewer.id())
                .param("offset", offset)
                .param("limit", PAGE)
                .query((row, number) -> map(row, viewer))
                .list();
        return named(items);
    }

    private TimelineItem map(ResultSet row, Viewer viewer) throws SQLException {
        String kind = row.getString("kind");
        Instant at = row.getTimestamp("at").toInstant();
        boolean today = LocalDate.ofInstant(at, viewer.zone()).equals(viewer.today(clock));
        boolean undoable =
                row.getBoolean("latest") && today && EventKind.valueOf(kind).isUndoable();
        @Nullable String changes = row.getString("changes");
        return new TimelineItem(
                row.getLong("id"),
                kind,
                at,
                row.getString("actor"),
                row.getString("stage"),
                row.getString("detail"),
                row.getBoolean("imported"),
                row.getBoolean("undone"),
                undoable,
                row.getBoolean("own"),
                row.getBoolean("edited"),
                changes == null ? List.of() : List.of(json.readValue(changes, FieldChange[].class)));
    }

    /** Changes keep ids; people read names. One query for each kind of reference that occurs. */
    private List<TimelineItem> named(List<TimelineItem> items) {
        Map<String, Map<String, String>> names = new HashMap<>();
        NAMES.forEach((field, sql) -> names.put(field, names(field, sql, items)));
        return items.stream().map(item -> withNames(item, names)).toList();
    }

    private Map<String, String> names(String field, String sql, List<TimelineItem> items) {
        Set<Long> ids = new TreeSet<>();
        for (TimelineItem item : items) {
            for (FieldChange change : item.changes()) {
                if (change.field().equals(field)) {
                    add(ids, change.before());
                    add(ids, change.after());
                }
            }
        }
        Map<String, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("ids", ids).query(row -> {
                found.put(row.getString("id"), row.getString("name"));
            });
        }
        return found;
    }

    private static void add(Set<Long> ids, @Nullable String id) {
        if (id != null) {
            ids.add(Long.valueOf(id));
        }
    }

    private static TimelineItem withNames(TimelineItem item, Map<String, Map<String, String>> names) {
        List<FieldChange> changes = new ArrayList<>();
        for (FieldChange change : item.changes()) {
            Map<String, String> known = names.getOrDefault(change.field(), Map.of());
            changes.add(new FieldChange(change.field(), name(known, change.before()), name(known, change.after())));
        }
        return new TimelineItem(
                item.id(),
                item.kind(),
                item.at(),
                item.actor(),
                item.stage(),
                item.detail(),
                item.imported(),
                item.undone(),
                item.undoable(),
                item.own(),
                item.edited(),
                changes);
    }

    private static @Nullable String name(Map<String, String> known, @Nullable String value) {
        return value == null ? null : known.getOrDefault(value, value);
    }
}
