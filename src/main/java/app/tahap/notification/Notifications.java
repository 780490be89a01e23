package app.tahap.notification;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells users of something, in the caller's transaction: they learn of it at once when that is committed, and never if it is
 * not. Whoever calls decides whom it concerns; what is about a deal is hidden from those who may not see the deal.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Notifications {

    /** All replicas listen; who it is for is told, and nothing else. */
    static final String CHANNEL = "tahap_notification";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final NotificationMails mails;
    private final Clock clock;

    Notifications(JdbcClient jdbc, JsonMapper json, NotificationMails mails, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.mails = mails;
        this.clock = clock;
    }

    /** Tells one user. */
    public void send(long userId, Notification notification) {
        send(List.of(userId), notification);
    }

    /** Tells several users the same, each once; a deactivated one is told nothing. */
    public void send(Collection<Long> userIds, Notification notification) {
        Set<Long> told = new TreeSet<>(jdbc.sql("""
                        insert into notification (user_id, topic, message, arguments, path, deal_id, key, created_at)
                        select u.id, :topic, :message, cast(:arguments as jsonb), :path, :deal, :key, :now
                          from users u
                         where u.id = any(:users) and u.deactivated_at is null
                         order by u.id
                        on conflict (user_id, key) do nothing
                        returning user_id
                        """)
                .param("topic", notification.topic().name())
                .param("message", notification.message())
                .param("arguments", json.writeValueAsString(notification.arguments()))
                .param("path", notification.path())
                .param("deal", notification.dealId(), Types.BIGINT)
                .param("key", notification.key(), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("users", new TreeSet<>(userIds).toArray(Long[]::new))
                .query(Long.class)
                .list());
        if (!told.isEmpty()) {
            announce(told);
            mails.send(told, notification);
        }
    }

    /** Lets the pages of users count anew, when the transaction is committed. */
    void announce(Collection<Long> userIds) {
        jdbc.sql("select pg_notify(:channel, id::text) from unnest(:users) id")
                .param("channel", CHANNEL)
                .param("users", userIds.toArray(Long[]::new))
                .query((row, number) -> true)
                .list();
    }
}
