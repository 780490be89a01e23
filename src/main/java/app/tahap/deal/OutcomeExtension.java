package app.tahap.deal;

import app.tahap.account.Viewer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a module asks whoever closes a deal, beside the reason; each bean is one. What was told comes to it with
 * {@link OutcomeChanged}, in the transaction of the closing. Nothing of it is required: deals are also closed where nobody
 * is asked.
 */
public interface OutcomeExtension {

    /** The template whose fragment {@code fields(view)} stands in the form; it names its fields {@code told[name]}. */
    String template();

    /** What the fields show; empty where nothing is asked when a deal ends so. */
    Optional<?> view(Outcome outcome, Typed typed, Viewer viewer);

    /** What is wrong with what was told: keys of messages by names of fields. */
    Map<String, String> check(Outcome outcome, Map<String, String> told, Viewer viewer);

    /**
     * What was typed into the form, which is shown again.
     *
     * @param wrong keys of messages by names of fields
     */
    record Typed(Map<String, String> values, Map<String, String> wrong) {

        public @Nullable String value(String name) {
            return values.get(name);
        }

        public @Nullable String wrong(String name) {
            return wrong.get(name);
        }
    }
}
