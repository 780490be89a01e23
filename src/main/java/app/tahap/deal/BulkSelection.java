package app.tahap.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deals that somebody chose, each in the version that was seen, as one text that a form carries along. */
record BulkSelection(List<Picked> deals) {

    /** More would keep somebody waiting for longer than a page may take. */
    static final int MOST = 2_000;

    private static final Pattern PAIR = Pattern.compile("(\\d{1,18}):(\\d{1,9})");

    record Picked(long id, int version) {}

    /** What {@link #toString} wrote; nothing for what it cannot have written. */
    static BulkSelection parse(@Nullable String text) {
        List<Picked> deals = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split(",", -1)) {
            Matcher pair = PAIR.matcher(part);
            if (!pair.matches() || deals.size() == MOST) {
                return new BulkSelection(List.of());
            }
            deals.add(new Picked(Long.parseLong(pair.group(1)), Integer.parseInt(pair.group(2))));
        }
        return new BulkSelection(deals.stream().distinct().toList());
    }

    boolean isEmpty() {
        return deals.isEmpty();
    }

    @Override
    public String toString() {
        return deals.stream().map(deal -> deal.id() + ":" + deal.version()).collect(Collectors.joining(","));
    }
}
