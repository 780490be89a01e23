package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.web.NotFoundException;
import app.tahap.web.Versions;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rates deals on behalf of a viewer: answer, score and what the timeline says stand or fall together. */
@Service
@Transactional
class QualificationService {

    private final DealRepository deals;
    private final Frameworks frameworks;
    private final Answers answers;
    private final Scores scores;
    private final DealJournal journal;

    QualificationService(
            DealRepository deals, Frameworks frameworks, Answers answers, Scores scores, DealJournal journal) {
        this.deals = deals;
        this.frameworks = frameworks;
        this.answers = answers;
        this.scores = scores;
        this.journal = journal;
    }

    /**
     * Answers a criterion of the deal's pipeline. The same answer as is stored already changes nothing.
     *
     * @throws OptimisticLockingFailureException where another answer was given since
     */
    void answer(long dealId, long criterionId, AnswerForm form, Viewer viewer) {
        scores.hold();
        Deal deal = deals.loadForChange(dealId, viewer);
        Criterion criterion = asked(deal.getPipelineId(), criterionId);
        Answer before = answers.of(dealId, criterionId);
        Answer after = form.answer(criterion, viewer.locale());
        if (AnswerWords.isSame(before, after)) {
            return;
        }
        Versions.requireCurrent(Answer.class, before.version(), form.version());
        write(dealId, criterion, before, after, viewer);
    }

    /**
     * Rates what nobody has rated yet; whatever else is known of it stays. The same ratings again change nothing.
     *
     * @param ratings by the ids of criteria of the deal's pipeline
     * @throws OptimisticLockingFailureException where something was rated otherwise meanwhile
     */
    void rate(long dealId, Map<Long, Integer> ratings, Viewer viewer) {
        scores.hold();
        Deal deal = deals.loadForChange(dealId, viewer);
        Map<Long, Answer> known = answers.of(dealId);
        ratings.forEach((criterionId, rating) -> {
            Criterion criterion = asked(deal.getPipelineId(), criterionId);
            Answer before = known.getOrDefault(criterionId, Answer.none(criterionId));
            if (before.rating() == null) {
                write(dealId, criterion, before, before.rated(rating), viewer);
            } else if (!before.rating().equals(rating)) {
                throw new OptimisticLockingFailureException("Criterion " + criterionId + " was rated meanwhile");
            }
        });
    }

    private void write(long dealId, Criterion criterion, Answer before, Answer after, Viewer viewer) {
        answers.write(dealId, after, viewer.id());
        scores.refresh(dealId);
        String person = Objects.equals(before.personId(), after.personId())
                ? before.person()
                : answers.of(dealId, criterion.id()).person();
        journal.write(dealId, viewer.id(), AnswerWords.entry(criterion, before, after, person));
    }

    /** A criterion by which the deals of a pipeline are asked. */
    @Transactional(readOnly = true)
    Criterion asked(long pipelineId, long criterionId) {
        return frameworks.ofPipeline(pipelineId).stream()
                .filter(criterion -> criterion.id() == criterionId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("criterion", criterionId));
    }
}
