package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealPanel.PanelDeal;
import app.tahap.deal.PartRefusedException;
import app.tahap.deal.PassagePart;
import app.tahap.pipeline.CriterionKind;
import app.tahap.web.Choice;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Logs that somebody was just in touch with the customer of a deal that is to go on. */
@Component
class PassageContact implements PassagePart {

    private static final String KIND = "contactKind";
    private static final String NOTE = "contactNote";
    private static final int LONGEST_NOTE = 2_000;

    private final ActivityWriting writing;
    private final ActivityKinds kinds;
    private final MessageSource messages;
    private final Clock clock;

    PassageContact(ActivityWriting writing, ActivityKinds kinds, MessageSource messages, Clock clock) {
        this.writing = writing;
        this.kinds = kinds;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public CriterionKind kind() {
        return CriterionKind.CONTACT;
    }

    @Override
    public String template() {
        return "activity/_passage";
    }

    @Override
    public Optional<?> view(PanelDeal deal, Told told, Viewer viewer) {
        List<Choice> offered = offered();
        return offered.isEmpty() ? Optional.empty() : Optional.of(View.of(offered, told));
    }

    @Override
    public void fill(Deal deal, Map<String, String> values, Viewer viewer) {
        if (Told.value(values, KIND).isEmpty() && Told.value(values, NOTE).isEmpty()) {
            return;
        }
        View filled = View.of(offered(), new Told(values, true));
        if (filled.wrongKind() != null || filled.wrongNote() != null) {
            throw new PartRefusedException();
        }
        String subject = messages.getMessage("activity.passage.subject", null, viewer.locale());
        ActivityForm form = ActivityForm.logged(
                Long.parseLong(filled.kind()), subject, filled.note(), viewer.today(clock), viewer.id());
        writing.add(deal.id(), form, viewer);
    }

    /** Only those by which somebody speaks with the customer. */
    private List<Choice> offered() {
        return kinds.all().stream()
                .filter(kind -> kind.contact() && !kind.archived())
                .map(kind -> new Choice(kind.id(), kind.label()))
                .toList();
    }

    /**
     * What the fields show.
     *
     * @param wrongKind the key of what is wrong with the kind; null where nothing is
     */
    record View(
            List<Choice> kinds,
            String kind,
            String note,
            @Nullable String wrongKind,
            @Nullable String wrongNote) {

        static View of(List<Choice> offered, Told told) {
            String kind = told.value(KIND);
            String note = told.value(NOTE);
            return new View(
                    offered,
                    kind,
                    note,
                    wrongKind(offered, kind, note, told.demanded()),
                    note.length() > LONGEST_NOTE ? "activity.outcome.long" : null);
        }

        private static @Nullable String wrongKind(List<Choice> offered, String kind, String note, boolean demanded) {
            if (kind.isEmpty() && !note.isEmpty()) {
                return "activity.kind.choose";
            }
            if (kind.isEmpty()) {
                return demanded ? "deal.criteria.required" : null;
            }
            return offered.stream().anyMatch(one -> one.value().equals(kind)) ? null : "web.value.invalid";
        }
    }
}
