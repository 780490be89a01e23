package app.tahap.deal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The board of one pipeline; parked deals are counted, but not in its columns. */
record BoardView(String pipeline, List<ColumnView> columns, ParkedDeals parked) {

    /** Since when the oldest rate is in force that a total needed; null where all amounts are in the base currency. */
    public @Nullable LocalDate ratesOf() {
        return columns.stream()
                .map(column -> column.total().ratesOf())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
