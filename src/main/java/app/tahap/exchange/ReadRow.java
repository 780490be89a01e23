package app.tahap.exchange;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a row says.
 *
 * @param externalId by what the deal is found again; empty where the row does not tell
 * @param draft null where there is a problem
 * @param warnings the kinds of doubt about it
 */
record ReadRow(
        CsvRow row, String externalId, @Nullable DealDraft draft, List<Problem> problems, List<String> warnings) {

    ReadRow identifiedBy(String id) {
        return new ReadRow(row, id, draft, problems, warnings);
    }

    /** The row of a deal that stands in another stage. */
    ReadRow entering(long stage) {
        return new ReadRow(row, externalId, Objects.requireNonNull(draft).entering(stage), problems, warnings);
    }

    ReadRow refusedFor(Problem problem) {
        return new ReadRow(row, externalId, null, List.of(problem), List.of());
    }
}
