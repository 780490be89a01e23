package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.notification.Argument;
import app.tahap.notification.Notification;
import app.tahap.notification.Notifications;
import app.tahap.notification.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells colleagues that they are mentioned in a note or the like, each once, if they may see the deal. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DealMentions {

    private final JdbcClient jdbc;
    private final DealAudience audience;
    private final Notifications notifications;

    DealMentions(JdbcClient jdbc, DealAudience audience, Notifications notifications) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notifications = notifications;
    }

    private record Colleague(long id, String name) {}

    /**
     * Keeps who is mentioned in a note as it is now, and tells those who were not mentioned before.
     *
     * @return the names of those who were not told, as they may not see the deal
     */
    List<String> keep(long noteId, Deal deal, String text, Viewer author) {
        List<Colleague> mentioned = mentioned(text);
        forget(noteId, mentioned);
        List<Colleague> added = mentioned.stream()
                .filter(colleague -> add(noteId, colleague) && colleague.id() != author.id())
                .toList();
        if (added.isEmpty()) {
            return List.of();
        }
        Set<Long> allowed = audience.among(added.stream().map(Colleague::id).toList(), deal.id());
        send(allowed, deal.id(), deal.facts().title(), "mention-" + noteId, author);
        return added.stream()
                .filter(colleague -> !allowed.contains(colleague.id()))
                .map(Colleague::name)
                .toList();
    }

    /**
     * Tells colleagues, if they may see the deal, that they are mentioned in a text that another module keeps.
     *
     * @param once what text it is: whoever was told of it is told no second time
     */
    public void tell(long dealId, String title, String text, String once, Viewer author) {
        List<Long> others = mentioned(text).stream()
                .map(Colleague::id)
                .filter(id -> id != author.id())
                .toList();
        if (!others.isEmpty()) {
            send(audience.among(others, dealId), dealId, title, once, author);
        }
    }

    private void send(Set<Long> to, long dealId, String title, String once, Viewer author) {
        notifications.send(
                to,
                Notification.ofDeal(
                                Topic.MENTION,
                                "deal.mention.told",
                                dealId,
                                Argument.of(author.name()),
                                Argument.of(title))
                        .once(once));
    }

    /** Where two have the same name, both are meant. */
    private List<Colleague> mentioned(String text) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        List<Colleague> named =
                jdbc.sql("""
                        select id, name from users
                         where deactivated_at is null and position('@' || lower(name) in lower(:text)) > 0
                         order by id
                        """).param("text", text).query(Colleague.class).list();
        Set<String> names =
                new MentionText(text, named.stream().map(Colleague::name).toList()).mentioned();
        return named.stream()
                .filter(colleague -> names.contains(colleague.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private boolean add(long noteId, Colleague colleague) {
        return jdbc.sql("""
                        insert into deal_note_mention (note_id, user_id, name) values (:note, :user, :name)
                        on conflict (note_id, user_id) do nothing
                        """)
                        .param("note", noteId)
                        .param("user", colleague.id())
                        .param("name", colleague.name())
                        .update()
                > 0;
    }

    private void forget(long noteId, List<Colleague> mentioned) {
        jdbc.sql("delete from deal_note_mention where note_id = :note and user_id <> all(:users)")
                .param("note", noteId)
                .param("users", mentioned.stream().map(Colleague::id).toArray(Long[]::new))
                .update();
    }
}
