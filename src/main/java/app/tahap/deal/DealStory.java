package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.Show;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells other modules what happened to a deal since a moment, as its page does. Costs as many queries as the timeline. */
@Component
public class DealStory {

    private static final String NONE = "–";

    private final Timeline timeline;
    private final MessageSource messages;

    DealStory(Timeline timeline, MessageSource messages) {
        this.timeline = timeline;
        this.messages = messages;
    }

    /**
     * What happened and was not taken back, the oldest first: of much the latest fifty. The viewer may see the deal; that was
     * checked before.
     */
    public List<Happening> since(long dealId, Instant since, Viewer viewer) {
        List<Happening> story = timeline.load(dealId, since, 0, viewer).stream()
                .filter(item -> !item.undone() && !item.kind().equals(EventKind.UNDONE.name()))
                .map(item -> happening(item, viewer))
                .collect(Collectors.toList());
        Collections.reverse(story);
        return List.copyOf(story);
    }

    private Happening happening(TimelineItem item, Viewer viewer) {
        List<String> changes = item.handedOver() != null
                ? List.of()
                : item.changes().stream().map(change -> words(change, viewer)).toList();
        String detail = item.detail() == null || item.detail().isBlank() ? null : item.detail();
        return new Happening(item.at(), text(item, viewer), changes, detail);
    }

    private String text(TimelineItem item, Viewer viewer) {
        if (item.said() != null) {
            return item.said();
        }
        Show show = new Show(viewer.locale());
        String actor = Objects.requireNonNullElse(item.actor(), "Tahap");
        FieldChange handed = item.handedOver();
        return handed != null
                ? say("deal.event.ASSIGNED", viewer, actor, handed.after(), handed.before())
                : say(
                        "deal.event." + item.words(),
                        viewer,
                        actor,
                        item.stage(),
                        item.stageBefore(),
                        show.date(item.parkedUntil()),
                        show.date(item.recordedAt(), viewer.zone()));
    }

    private String words(FieldChange change, Viewer viewer) {
        String name = Objects.requireNonNull(
                messages.getMessage("deal.field." + change.field(), null, change.field(), viewer.locale()));
        return say("deal.story.change", viewer, name, change.before(), change.after());
    }

    private String say(String key, Viewer viewer, @Nullable String... words) {
        Object[] shown = new Object[words.length];
        for (int i = 0; i < words.length; i++) {
            shown[i] = Objects.requireNonNullElse(words[i], NONE);
        }
        return messages.getMessage(key, shown, viewer.locale());
    }
}
