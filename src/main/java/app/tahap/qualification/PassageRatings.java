package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealPanel.PanelDeal;
import app.tahap.deal.PartRefusedException;
import app.tahap.deal.PassagePart;
import app.tahap.pipeline.CriterionKind;
import app.tahap.web.NotFoundException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Rates what is not rated yet of a deal that is to go on. */
@Component
class PassageRatings implements PassagePart {

    private static final Pattern NAME = Pattern.compile("rating\\d{1,18}");
    private static final Pattern RATING = Pattern.compile("[0-" + Criterion.BEST + "]");

    private final QualificationService qualification;
    private final QualificationViews views;
    private final Scores scores;

    PassageRatings(QualificationService qualification, QualificationViews views, Scores scores) {
        this.qualification = qualification;
        this.views = views;
        this.scores = scores;
    }

    @Override
    public CriterionKind kind() {
        return CriterionKind.QUALIFICATION;
    }

    @Override
    public String template() {
        return "qualification/_passage";
    }

    @Override
    public Optional<?> view(PanelDeal deal, Told told, Viewer viewer) {
        PanelDeal unasked = new PanelDeal(
                deal.id(),
                deal.version(),
                deal.pipelineId(),
                deal.stageId(),
                false,
                deal.deleted()); // no reasons to choose
        return views.of(unasked).map(view -> PassageRatingsView.of(view, typed(told.values()), told.demanded()));
    }

    @Override
    public void hold(Map<String, String> values) {
        if (!typed(values).isEmpty()) {
            scores.hold();
        }
    }

    @Override
    public void fill(Deal deal, Map<String, String> values, Viewer viewer) {
        Map<Long, Integer> ratings = new TreeMap<>();
        typed(values).forEach((criterion, rating) -> {
            if (!isRating(rating)) {
                throw new PartRefusedException();
            }
            ratings.put(criterion, Integer.valueOf(rating));
        });
        if (ratings.isEmpty()) {
            return;
        }
        try {
            qualification.rate(deal.id(), ratings, viewer);
        } catch (NotFoundException | OptimisticLockingFailureException refused) {
            throw new PartRefusedException();
        }
    }

    static boolean isRating(String typed) {
        return RATING.matcher(typed).matches();
    }

    /** What was chosen, by the ids of criteria. */
    private static Map<Long, String> typed(Map<String, String> values) {
        Map<Long, String> typed = new TreeMap<>();
        values.keySet().stream()
                .filter(name -> NAME.matcher(name).matches())
                .filter(name -> !Told.value(values, name).isEmpty())
                .forEach(name -> typed.put(Long.valueOf(name.substring("rating".length())), Told.value(values, name)));
        return typed;
    }
}
