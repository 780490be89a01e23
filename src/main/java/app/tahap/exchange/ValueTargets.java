package app.tahap.exchange;

import app.tahap.deal.Outcome;
import app.tahap.exchange.ImportOwners.Owner;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.exchange.ImportSettings.Meaning;
import app.tahap.exchange.ImportSettings.Values;
import app.tahap.pipeline.StageView;
import app.tahap.web.RuleException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a file can stand for.
 *
 * @param stages of the pipeline that the deals come into
 * @param owners whom the importer may name
 */
record ValueTargets(List<StageView> stages, List<Owner> owners, long importer) {

    /** What values seem to mean. */
    Values guess(ValueSurvey survey, Columns columns) {
        return new Values(
                survey.values(DealField.STAGE).stream()
                        .map(value -> ValueGuess.stage(value, stages))
                        .toList(),
                columns.has(DealField.OUTCOME)
                        ? survey.values(DealField.OUTCOME).stream()
                                .map(ValueGuess::outcome)
                                .toList()
                        : List.of(),
                survey.values(DealField.OWNER).stream()
                        .map(value -> ValueGuess.owner(value, owners, importer))
                        .toList());
    }

    /** Values with what they meant before, where that can still be meant; else as guessed. */
    Values recall(Values guessed, Values earlier) {
        return new Values(
                recall(guessed.stages(), earlier.stages(), target -> isStage(target) || isClosed(target)),
                recall(guessed.outcomes(), earlier.outcomes(), StageReader::isOutcome),
                recall(guessed.owners(), earlier.owners(), this::isOwner));
    }

    private static List<Meaning> recall(List<Meaning> guessed, List<Meaning> earlier, Predicate<String> allowed) {
        Map<String, Meaning> told =
                earlier.stream().collect(Collectors.toMap(Meaning::value, Function.identity(), (one, other) -> one));
        return guessed.stream()
                .map(guess -> recall(guess, told.get(guess.value()), allowed))
                .toList();
    }

    private static Meaning recall(Meaning guess, @Nullable Meaning before, Predicate<String> allowed) {
        if (before == null) {
            return guess;
        }
        String target = before.target();
        return target == null || allowed.test(target) ? guess.meaning(target) : guess;
    }

    /** Values with what somebody says they mean. */
    Values choose(Values values, ValuesForm form) {
        return new Values(
                choose(values.stages(), form.stages(), target -> isStage(target) || isClosed(target)),
                choose(values.outcomes(), form.outcomes(), StageReader::isOutcome),
                choose(values.owners(), form.owners(), target -> target.equals(Meaning.NEW) || isOwner(target)));
    }

    private static List<Meaning> choose(List<Meaning> values, List<String> targets, Predicate<String> allowed) {
        if (targets.size() != values.size()
                || !targets.stream().allMatch(target -> target.equals(ValuesForm.REFUSE) || allowed.test(target))) {
            throw new RuleException("web.value.invalid");
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i).meaning(targets.get(i).equals(ValuesForm.REFUSE) ? null : targets.get(i)))
                .toList();
    }

    private boolean isStage(String target) {
        return stages.stream().anyMatch(stage -> target.equals(Long.toString(stage.id())));
    }

    private static boolean isClosed(String target) {
        return StageReader.isOutcome(target) && Outcome.valueOf(target).isClosed();
    }

    private boolean isOwner(String target) {
        return owners.stream().anyMatch(owner -> target.equals(Long.toString(owner.id())));
    }
}
