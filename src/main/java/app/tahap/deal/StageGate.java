package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import app.tahap.web.RuleException;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets deals go on that meet the required exit criteria, or are excepted by a manager. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StageGate {

    /** By which stages are ordered; those numbered alike by their age. */
    private static final Comparator<Stage> PLACE =
            Comparator.comparingInt(Stage::getPosition).thenComparingLong(Stage::id);

    private final ExitCriteria criteria;
    private final DealFilling filling;
    private final JdbcClient jdbc;

    StageGate(ExitCriteria criteria, DealFilling filling, JdbcClient jdbc) {
        this.criteria = criteria;
        this.filling = filling;
        this.jdbc = jdbc;
    }

    /** Before the deal that is to go on is locked. */
    void hold(Passage passage) {
        filling.hold(passage);
    }

    /**
     * Fills in what a move brings along, and checks whether the deal may then make it.
     *
     * @return the criteria that are missing: advised ones, and those from which a manager excepts the deal
     * @throws CriteriaMissingException where required criteria are missing
     */
    List<ExitCriterion> leave(Deal deal, Stage target, Passage passage, Viewer viewer) {
        filling.fill(deal, target.getPipeline().id(), passage, viewer);
        Stage here = deal.getStage();
        boolean back = deal.getPipelineId() == target.getPipeline().id() && PLACE.compare(target, here) < 0;
        return back ? List.of() : check(deal, criteria.passed(deal.id(), target.id()), passage, viewer);
    }

    /** The same for winning, which asks for what the deal's stage requires, and not for what lies between. */
    List<ExitCriterion> win(Deal deal, Passage passage, Viewer viewer) {
        filling.fill(deal, deal.getPipelineId(), passage, viewer);
        return check(deal, criteria.ofStage(deal.id()), passage, viewer);
    }

    /**
     * The same for a new deal, which skips the stages before the one in which it begins.
     *
     * @throws CriteriaMissingException where required criteria are missing
     */
    void begin(Deal deal, Passage passage, Viewer viewer) {
        check(deal, criteria.before(deal.id()), passage, viewer);
    }

    private static List<ExitCriterion> check(Deal deal, List<ExitCriterion> asked, Passage passage, Viewer viewer) {
        List<ExitCriterion> missing =
                asked.stream().filter(criterion -> !criterion.met()).toList();
        List<ExitCriterion> required =
                missing.stream().filter(ExitCriterion::required).toList();
        if (!passage.checked()) {
            return List.of();
        }
        if (!required.isEmpty() && !passage.isExcepted()) {
            throw new CriteriaMissingException(deal.facts().title(), required);
        }
        if (!required.isEmpty() && !viewer.isManager()) {
            throw new RuleException("deal.criteria.exception.role");
        }
        return missing;
    }

    /** Keeps with an event from which required criteria the deal was excepted. */
    void tell(DealEvent event, List<ExitCriterion> missing, Passage passage) {
        Long[] excepted = missing.stream()
                .filter(ExitCriterion::required)
                .map(ExitCriterion::id)
                .toArray(Long[]::new);
        if (excepted.length == 0) {
            return;
        }
        jdbc.sql("insert into criterion_exception (event_id, criteria, reason) values (:event, :criteria, :reason)")
                .param("event", event.id())
                .param("criteria", excepted)
                .param("reason", passage.exception())
                .update();
    }
}
