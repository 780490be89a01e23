package app.tahap.closing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a loss beside its reason.
 *
 * @param other a competitor who is not in the list
 * @param lookAgain when to look at the deal again; null for never
 */
record LossTold(
        @Nullable Long competitorId,
        boolean competitorReadable,
        @Nullable String other,
        @Nullable LocalDate lookAgain,
        boolean dateReadable) {

    /** Characters: a typed name, as in V0482. */
    static final int LONGEST_OTHER = 100;

    static final String COMPETITOR = "competitor";
    static final String OTHER = "otherCompetitor";
    static final String LOOK_AGAIN = "lookAgain";

    static LossTold of(Map<String, String> told) {
        String competitor = text(told.get(COMPETITOR));
        Long id = null;
        boolean readable = competitor == null;
        if (competitor != null && competitor.matches("\\d{1,18}")) {
            id = Long.valueOf(competitor);
            readable = true;
        }
        String day = text(told.get(LOOK_AGAIN));
        LocalDate date = day == null ? null : date(day);
        return new LossTold(id, readable, text(told.get(OTHER)), date, day == null || date != null);
    }

    boolean isEmpty() {
        return competitorId == null && other == null && lookAgain == null;
    }

    private static @Nullable LocalDate date(String day) {
        try {
            LocalDate date = LocalDate.parse(day);
            return date.getYear() < 10_000 ? date : null;
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
