package app.tahap.notification;

import app.tahap.account.Viewer;
import app.tahap.notification.DealAccess.Condition;
import app.tahap.web.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What a user was told, newest first, without what is about deals that the user may not see any more. */
@Repository
class NotificationList {

    private final JdbcClient jdbc;
    private final DealAccess deals;
    private final NotificationWords words;
    private final Notifications notifications;
    private final JsonMapper json;
    private final Clock clock;

    NotificationList(
            JdbcClient jdbc,
            DealAccess deals,
            NotificationWords words,
            Notifications notifications,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.deals = deals;
        this.words = words;
        this.notifications = notifications;
        this.json = json;
        this.clock = clock;
    }

    int count(boolean unreadOnly, Viewer viewer) {
        return own("select count(*) from notification n where", unreadOnly ? " and n.read_at is null" : "", viewer)
                .query(Integer.class)
                .single();
    }

    List<NotificationRow> load(boolean unreadOnly, long offset, int limit, Viewer viewer) {
        String unread = unreadOnly ? " and n.read_at is null" : "";
        return own(
                        "select n.id, n.topic, n.message, n.arguments::text as arguments, n.created_at, n.read_at"
                                + " from notification n where",
                        unread + " order by n.id desc offset :offset limit :limit",
                        viewer)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> map(row, viewer))
                .list();
    }

    /** Marks one as read; answers the path of the page that it leads to. */
    @Transactional
    public String read(long id, Viewer viewer) {
        String path = own("select n.path from notification n where", " and n.id = :id", viewer)
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("notification", id));
        markRead("id = :id", Map.of("id", id), viewer);
        return path;
    }

    /** Marks as read what was there when the reader looked: all up to the newest one that the page showed. */
    @Transactional
    public void readAll(long newest, Viewer viewer) {
        markRead("id <= :newest", Map.of("newest", newest), viewer);
    }

    private void markRead(String which, Map<String, Object> parameters, Viewer viewer) {
        int changed = jdbc.sql(
                        "update notification set read_at = :now where user_id = :user and read_at is null and " + which)
                .params(parameters)
                .param("user", viewer.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (changed > 0) {
            notifications.announce(List.of(viewer.id()));
        }
    }

    private StatementSpec own(String select, String rest, Viewer viewer) {
        Condition visible = deals.visibleTo(viewer);
        Map<String, Object> parameters = new HashMap<>(visible.parameters());
        parameters.put("user", viewer.id());
        return jdbc.sql(select + " n.user_id = :user and (n.deal_id is null or exists (select from deal d"
                        + " where d.id = n.deal_id and " + visible.sql() + "))" + rest)
                .params(parameters);
    }

    private NotificationRow map(ResultSet row, Viewer viewer) throws SQLException {
        List<Argument> arguments = List.of(json.readValue(row.getString("arguments"), Argument[].class));
        return new NotificationRow(
                row.getLong("id"),
                Topic.valueOf(row.getString("topic")),
                words.of(row.getString("message"), arguments, viewer),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("read_at") == null);
    }
}
