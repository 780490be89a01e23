package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.web.NotFoundException;
import app.tahap.web.Versions;
import java.util.Objects;
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
     * @throws org.springframework.dao.OptimisticLockingFailureException where another answer was given since
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
        answers.write(dealId, after, viewer.id());
        scores.refresh(dealId);
        String person = Objects.equals(before.personId(), after.personId())
                ? before.person()
                : answers.of(dealId, criterionId).person();
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
