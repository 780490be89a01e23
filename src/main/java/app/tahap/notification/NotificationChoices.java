package app.tahap.notification;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What users want by e-mail, too. */
@Repository
class NotificationChoices {

    private final JdbcClient jdbc;

    NotificationChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the users who want the topic by e-mail. */
    List<Long> wishing(Collection<Long> userIds, Topic topic) {
        return jdbc.sql("""
                        select u.id
                          from users u left join notification_choice c on c.user_id = u.id and c.topic = :topic
                         where u.id = any(:users) and coalesce(c.mailed, :usually)
                         order by u.id
                        """)
                .param("users", userIds.toArray(Long[]::new))
                .param("topic", topic.name())
                .param("usually", topic.canBeMailed())
                .query(Long.class)
                .list();
    }

    /** What a user wants by e-mail. */
    Set<Topic> of(long userId) {
        Set<Topic> wanted = EnumSet.noneOf(Topic.class);
        for (Topic topic : Topic.values()) {
            if (topic.canBeMailed()) {
                wanted.add(topic);
            }
        }
        jdbc.sql("select topic, mailed from notification_choice where user_id = :user")
                .param("user", userId)
                .query(row -> {
                    Topic topic = Topic.valueOf(row.getString("topic"));
                    if (row.getBoolean("mailed")) {
                        wanted.add(topic);
                    } else {
                        wanted.remove(topic);
                    }
                });
        return wanted;
    }

    @Transactional
    public void choose(long userId, Set<Topic> wanted) {
        for (Topic topic : Topic.values()) {
            if (topic.canBeMailed()) {
                jdbc.sql("""
                                insert into notification_choice (user_id, topic, mailed) values (:user, :topic, :mailed)
                                on conflict (user_id, topic) do update set mailed = excluded.mailed
                                """)
                        .param("user", userId)
                        .param("topic", topic.name())
                        .param("mailed", wanted.contains(topic))
                        .update();
            }
        }
    }
}
