package app.tahap.deal;

import java.util.Collection;
import java.util.OptionalLong;

/** A record of a deal as a file tells it. */
public interface DealRecord extends FileRecord {

    long dealId();

    @Override
    default OptionalLong deal() {
        return OptionalLong.of(dealId());
    }

    /** The ids of the deals to which records belong, each once. */
    static Long[] deals(Collection<? extends DealRecord> records) {
        return records.stream().map(DealRecord::dealId).distinct().toArray(Long[]::new);
    }
}
