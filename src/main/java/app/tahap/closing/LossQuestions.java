package app.tahap.closing;

import app.tahap.account.Viewer;
import app.tahap.deal.Outcome;
import app.tahap.deal.OutcomeExtension;
import app.tahap.web.Choice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks whoever loses a deal to whom it was lost, and whether to look at it again. */
@Component
class LossQuestions implements OutcomeExtension {

    private final Competitors competitors;
    private final Clock clock;

    LossQuestions(Competitors competitors, Clock clock) {
        this.competitors = competitors;
        this.clock = clock;
    }

    @Override
    public String template() {
        return "closing/_loss";
    }

    @Override
    public Optional<?> view(Outcome outcome, Typed typed, Viewer viewer) {
        return outcome == Outcome.LOST
                ? Optional.of(
                        new View(competitors.choices(), viewer.today(clock).plusDays(1), typed))
                : Optional.empty();
    }

    @Override
    public Map<String, String> check(Outcome outcome, Map<String, String> told, Viewer viewer) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (outcome == Outcome.LOST) {
            LossTold loss = LossTold.of(told);
            if (!loss.competitorReadable() || !competitors.mayBeChosen(loss.competitorId())) {
                wrong.put(LossTold.COMPETITOR, "closing.loss.competitor.unknown");
            }
            if (loss.other() != null && loss.other().length() > LossTold.LONGEST_OTHER) {
                wrong.put(LossTold.OTHER, "closing.loss.other.long");
            }
            if (loss.other() != null && loss.competitorId() != null) {
                wrong.put(LossTold.OTHER, "closing.loss.other.both");
            }
            LocalDate again = loss.lookAgain();
            if (!loss.dateReadable() || (again != null && !again.isAfter(viewer.today(clock)))) {
                wrong.put(LossTold.LOOK_AGAIN, "closing.loss.again.past");
            }
        }
        return wrong;
    }

    /** @param tomorrow the first day that can be chosen */
    record View(List<Choice> competitors, LocalDate tomorrow, Typed typed) {}
}
