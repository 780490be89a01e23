package app.tahap.exchange;

import app.tahap.deal.Outcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads where a deal stands, from the columns of its stage and its outcome: many systems write both into one. */
final class StageReader {

    private final ImportSettings.Columns columns;
    private final Map<String, String> stages;
    private final Map<String, String> outcomes;
    private final long first;

    StageReader(ImportSettings.Columns columns, ImportSettings.Values values, long first) {
        this.columns = columns;
        this.stages = targets(values.stages());
        this.outcomes = targets(values.outcomes());
        this.first = first;
    }

    static Map<String, String> targets(List<ImportSettings.Meaning> meanings) {
        Map<String, String> targets = new HashMap<>();
        for (ImportSettings.Meaning meaning : meanings) {
            if (meaning.target() != null) {
                targets.put(meaning.value(), meaning.target());
            }
        }
        return targets;
    }

    /** Null where a problem was found. */
    @Nullable Standing read(CsvRow row, List<Problem> problems) {
        String stageText = columns.text(DealField.STAGE, row);
        String outcomeText = columns.text(DealField.OUTCOME, row);
        String stage = stages.get(stageText);
        String told = columns.has(DealField.OUTCOME) ? outcomes.get(outcomeText) : Outcome.OPEN.name();
        if (told == null) {
            problems.add(Problem.of("outcome", outcomeText));
            return null;
        }
        Outcome outcome = Outcome.valueOf(told);
        if (stage == null) {
            return withoutStage(outcome, stageText, problems);
        }
        if (isOutcome(stage)) {
            return closedByStage(Outcome.valueOf(stage), outcome, problems);
        }
        return new Standing(Long.parseLong(stage), true, outcome);
    }

    /** A closed deal needs no stage; of an open one nobody can tell where it is. */
    private @Nullable Standing withoutStage(Outcome outcome, String text, List<Problem> problems) {
        if (outcome.isClosed() && text.isEmpty()) {
            return new Standing(first, false, outcome);
        }
        problems.add(Problem.of(text.isEmpty() ? "stage.missing" : "stage", text));
        return null;
    }

    private @Nullable Standing closedByStage(Outcome byStage, Outcome told, List<Problem> problems) {
        if (told.isClosed() && told != byStage) {
            problems.add(Problem.of("outcome.contradiction"));
            return null;
        }
        return new Standing(first, false, byStage);
    }

    boolean isFirst(long stage) {
        return stage == first;
    }

    static boolean isOutcome(@Nullable String target) {
        return Arrays.stream(Outcome.values()).anyMatch(outcome -> Objects.equals(outcome.name(), target));
    }

    /** Where a deal stands; an unknown stage is the pipeline's first. */
    record Standing(long stage, boolean stageKnown, Outcome outcome) {}
}
