package app.tahap.report;

import app.tahap.deal.DealAddress;
import app.tahap.deal.DealCriteria;

/** A number of deals, and the criteria that describe exactly them. */
public record DealCount(long count, DealCriteria criteria) {

    /** The page that lists them. */
    public String address() {
        return DealAddress.list(criteria);
    }
}
