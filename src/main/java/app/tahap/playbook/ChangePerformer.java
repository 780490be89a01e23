package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.deal.CriteriaMissingException;
import app.tahap.deal.Deal;
import app.tahap.deal.DealFacts;
import app.tahap.deal.DealMove;
import app.tahap.deal.DealService;
import app.tahap.deal.ExitCriterion;
import app.tahap.deal.JournalEntry;
import app.tahap.field.Field;
import app.tahap.field.FieldChoice;
import app.tahap.field.FieldType;
import app.tahap.field.FieldValue;
import app.tahap.field.Fields;
import app.tahap.notification.Argument;
import app.tahap.pipeline.Sources;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes deals as playbooks say, by the same ways and rules as people do. What is so already is left as it is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ChangePerformer {

    private final DealService deals;
    private final Concerned people;
    private final Sources sources;
    private final Fields fields;
    private final Clock clock;

    ChangePerformer(DealService deals, Concerned people, Sources sources, Fields fields, Clock clock) {
        this.deals = deals;
        this.people = people;
        this.sources = sources;
        this.fields = fields;
        this.clock = clock;
    }

    /** What is to be told of it; empty where nothing had to be changed. */
    Optional<JournalEntry> perform(PlaybookAction action, Deal deal, Argument name, Viewer tahap) {
        return switch (action.kind()) {
            case ASSIGNMENT -> assign(action, deal, name, tahap);
            case EXPECTED_CLOSE -> expect(action, deal, name, tahap);
            case SOURCE -> source(action, deal, name, tahap);
            case FIELD -> field(action, deal, name, tahap);
            case MOVE -> move(action, deal, name, tahap);
            case ACTIVITY, NOTIFICATION -> Optional.empty();
        };
    }

    private Optional<JournalEntry> assign(PlaybookAction action, Deal deal, Argument name, Viewer tahap) {
        long owner = people.newOwner(action);
        return change(deal, facts -> facts.ownedBy(owner), tahap)
                ? told("playbook.journal.assigned", name, Argument.of(people.name(owner)))
                : Optional.empty();
    }

    private Optional<JournalEntry> expect(PlaybookAction action, Deal deal, Argument name, Viewer tahap) {
        LocalDate day = tahap.today(clock).plusDays(action.after());
        return change(deal, facts -> facts.expectedOn(day), tahap)
                ? told("playbook.journal.expected", name, Argument.of(day))
                : Optional.empty();
    }

    private Optional<JournalEntry> source(PlaybookAction action, Deal deal, Argument name, Viewer tahap) {
        String source = String.valueOf(action.what());
        boolean offered =
                sources.choices(null).stream().anyMatch(one -> one.value().equals(String.valueOf(action.sourceId())));
        if (!offered) {
            throw new RuleException("playbook.failed.source", source);
        }
        return change(deal, facts -> facts.comingFrom(action.sourceId()), tahap)
                ? told("playbook.journal.source", name, Argument.of(source))
                : Optional.empty();
    }

    private Optional<JournalEntry> field(PlaybookAction action, Deal deal, Argument name, Viewer tahap) {
        Field field = fields.load(Objects.requireNonNull(action.fieldId()));
        FieldValue value = FieldValue.ofJson(Objects.requireNonNull(action.fieldValue()));
        if (field.archived()) {
            throw new RuleException("playbook.failed.field", field.name());
        }
        requireOffered(field, value);
        return deals.setField(deal.id(), field.id(), value, tahap)
                ? told("playbook.journal.field", name, Argument.of(field.name()))
                : Optional.empty();
    }

    private void requireOffered(Field field, FieldValue value) {
        if (field.type().hasChoices()) {
            List<Long> gone = field.choices().stream()
                    .filter(FieldChoice::archived)
                    .map(FieldChoice::id)
                    .toList();
            if (value.ids().stream().anyMatch(gone::contains)) {
                throw new RuleException("playbook.failed.choice", field.name());
            }
        } else if (field.type() == FieldType.USER) {
            value.ids().forEach(people::requireActive);
        }
    }

    private Optional<JournalEntry> move(PlaybookAction action, Deal deal, Argument name, Viewer tahap) {
        long stage = Objects.requireNonNull(action.stageId());
        try {
            return deals.move(deal.id(), new DealMove(stage, null, null, deal.getVersion(), null), tahap)
                    .flatMap(event -> told("playbook.journal.moved", name, Argument.of(String.valueOf(action.what()))));
        } catch (CriteriaMissingException missing) {
            String asked = missing.missing().stream()
                    .map(ExitCriterion::stage)
                    .findFirst()
                    .orElse("–");
            throw new RuleException(
                    "playbook.failed.criteria", missing.missing().size(), asked);
        }
    }

    private boolean change(Deal deal, Function<DealFacts, DealFacts> told, Viewer tahap) {
        return deals.change(deal.id(), told, deal.getVersion(), null, tahap).isPresent();
    }

    private static Optional<JournalEntry> told(String message, Argument name, Argument what) {
        return Optional.of(JournalEntry.of(message, name, what));
    }
}
