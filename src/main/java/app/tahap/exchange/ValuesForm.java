package app.tahap.exchange;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the values stand for, in the order in which the page lists them. */
record ValuesForm(
        List<String> stages,
        List<String> outcomes,
        List<String> owners,
        @Nullable Integer version) {

    /** Chosen for a value whose rows are not to be imported. */
    static final String REFUSE = "REFUSE";

    ValuesForm(
            @Nullable List<String> stages,
            @Nullable List<String> outcomes,
            @Nullable List<String> owners,
            @Nullable Integer version) {
        this.stages = Objects.requireNonNullElse(stages, List.of());
        this.outcomes = Objects.requireNonNullElse(outcomes, List.of());
        this.owners = Objects.requireNonNullElse(owners, List.of());
        this.version = version;
    }
}
