package app.tahap.pipeline;

import java.util.Set;

/** Which kinds of criteria can be checked. Implemented by the module that knows deals, which this one does not. */
public interface CheckableCriteria {

    /** Kinds that no module checks are not offered in the settings. */
    Set<CriterionKind> kinds();
}
