package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.deal.DealStory;
import app.tahap.deal.Happening;
import app.tahap.web.Show;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a meeting is told of a deal: its history, and what was planned about it and is still to be done. What is done stands in
 * the history, as does what a playbook planned.
 */
@Component
class MeetingStory {

    private static final int MOST = 50;

    private static final String PLANNED = """
            select a.created_at as at, u.name as author, x.name as assignee, k.label as kind, a.subject, a.due_on as due
              from activity a
              join activity_kind k on k.id = a.kind_id
              join users u on u.id = a.created_by
              join users x on x.id = a.assignee_id
             where a.deal_id = :deal and a.deleted_at is null and a.done_at is null and a.created_at >= :since
             order by a.created_at desc, a.id desc limit :most
            """;

    private final DealStory story;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    MeetingStory(DealStory story, JdbcClient jdbc, MessageSource messages) {
        this.story = story;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    private record Planned(Instant at, String author, String assignee, String kind, String subject, LocalDate due) {}

    /** The oldest first; of much the latest. The viewer may see the deal; that was checked before. */
    List<Happening> since(long dealId, Instant since, Viewer viewer) {
        Stream<Happening> planned = jdbc
                .sql(PLANNED)
                .param("deal", dealId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(Planned.class)
                .list()
                .stream()
                .map(one -> new Happening(one.at(), say(one, viewer), List.of(), null));
        List<Happening> all = Stream.concat(story.since(dealId, since, viewer).stream(), planned)
                .sorted(Comparator.comparing(Happening::at))
                .toList();
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    private String say(Planned planned, Viewer viewer) {
        String due = new Show(viewer.locale()).date(planned.due());
        String key = planned.author().equals(planned.assignee()) ? "review.story.planned.own" : "review.story.planned";
        Object[] words = {planned.author(), planned.kind(), planned.subject(), due, planned.assignee()};
        return messages.getMessage(key, words, viewer.locale());
    }
}
