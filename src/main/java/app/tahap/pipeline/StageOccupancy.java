package app.tahap.pipeline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Counts the deals in stages. Implemented by the module that knows deals, which this one does not. */
public interface StageOccupancy {

    /**
     * @param today the date by which a parked deal sleeps or is awake
     * @return by stage; a stage without deals may be missing
     */
    Map<Long, StageDeals> count(Collection<Long> stageIds, LocalDate today);
}
