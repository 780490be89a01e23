package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.browser.Visits;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a full board weighs on the wire, compressed, as the browser counts it. */
class BoardWeightJourneyTests extends BoardJourney {

    private static final String LOADED = """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter(entry => entry.transferSize > 0)
                .map(entry => ({name: entry.name.replace(/^https?:..[^/]*/, ''), bytes: String(entry.transferSize)}))
            """;

    @Test
    void weighsLittleAtTheFirstVisitAndAlmostNothingLater(Visits visits) {
        for (int i = 0; i < 20 * stages.size(); i++) {
            fixtures.deal("Deal number " + i * 7919 % 1000 + " of many", stages.get(i % stages.size()), ani);
        }
        Page page = visits.as(ani).open("/board");
        List<Map<String, String>> first = loaded(page);
        assertThat(bytes(first)).as("bytes of the first visit, of %s", first).isLessThanOrEqualTo(150_000);

        page.navigate("/deals");
        page.navigate("/board");
        List<Map<String, String>> later = loaded(page);
        assertThat(later).as("requests of a later visit").hasSizeLessThanOrEqualTo(3);
        assertThat(bytes(later)).as("bytes of a later visit, of %s", later).isLessThanOrEqualTo(20_000);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> loaded(Page page) {
        return (List<Map<String, String>>) page.evaluate(LOADED);
    }

    private static int bytes(List<Map<String, String>> loaded) {
        return loaded.stream()
                .mapToInt(entry -> Integer.parseInt(entry.getOrDefault("bytes", "0")))
                .sum();
    }
}
