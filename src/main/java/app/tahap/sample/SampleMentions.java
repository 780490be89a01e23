package app.tahap.sample;

import app.tahap.notification.Argument;
import app.tahap.notification.Notification;
import app.tahap.notification.Notifications;
import app.tahap.notification.Topic;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What colleagues of the sample company want to know from the administrator: notes that mention him or her. */
@Component
class SampleMentions {

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final Clock clock;

    SampleMentions(JdbcClient jdbc, Notifications notifications, Clock clock) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.clock = clock;
    }

    private record Place(long dealId, String title, long ownerId, String owner) {}

    void create(long administratorId, List<String> texts) {
        String name = jdbc.sql("select name from users where id = :id")
                .param("id", administratorId)
                .query(String.class)
                .single();
        List<Place> places =
                jdbc.sql("""
                        select d.id as deal_id, d.title, u.id as owner_id, u.name as owner
                          from deal d join users u on u.id = d.owner_id
                         where d.outcome = 'OPEN' and d.deleted_at is null
                         order by d.last_activity_at desc, d.id limit :count
                        """).param("count", texts.size()).query(Place.class).list();
        for (int number = 0; number < places.size(); number++) {
            mention(places.get(number), administratorId, name, texts.get(number));
        }
    }

    private void mention(Place place, long administratorId, String name, String text) {
        long note = jdbc.sql("""
                        insert into deal_note (deal_id, author_id, text, created_at) values (:deal, :author, :text, :now)
                        returning id
                        """)
                .param("deal", place.dealId())
                .param("author", place.ownerId())
                .param("text", "@" + name + " " + text)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        jdbc.sql("insert into deal_note_mention values (:note, :user, :name)")
                .param("note", note)
                .param("user", administratorId)
                .param("name", name)
                .update();
        notifications.send(
                administratorId,
                Notification.ofDeal(
                        Topic.MENTION,
                        "deal.mention.told",
                        place.dealId(),
                        Argument.of(place.owner()),
                        Argument.of(place.title())));
    }
}
