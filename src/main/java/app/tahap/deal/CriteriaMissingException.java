package app.tahap.deal;

import app.tahap.web.RuleException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deal may not go on, since required exit criteria are missing. Nothing was changed. */
public class CriteriaMissingException extends RuleException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable List<ExitCriterion> missing;

    CriteriaMissingException(String title, List<ExitCriterion> missing) {
        super("deal.criteria.blocked", title, missing.get(0).stage());
        this.missing = List.copyOf(missing);
    }

    /** The required criteria that the deal does not meet. */
    public List<ExitCriterion> missing() {
        return missing == null ? List.of() : missing;
    }
}
