package app.tahap.assessment;

import app.tahap.web.RuleException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question in both languages.
 *
 * @param englishChoices one in each line
 * @param forProposal whether its answer is offered where a proposal tells the customer's problem
 * @param correction whether answers to the wording before still count, since its meaning stays
 */
record QuestionForm(
        @NotNull(message = "{web.value.invalid}") @Nullable QuestionKind kind,

        @Size(max = 300, message = "{assessment.question.text.long}") @Nullable String english,

        @Size(max = 300, message = "{assessment.question.text.long}") @Nullable String indonesian,

        @Size(max = 500, message = "{assessment.question.help.long}") @Nullable String englishHelp,

        @Size(max = 500, message = "{assessment.question.help.long}") @Nullable String indonesianHelp,

        @Size(max = 3000, message = "{assessment.question.choices.long}") @Nullable String englishChoices,

        @Size(max = 3000, message = "{assessment.question.choices.long}") @Nullable String indonesianChoices,

        @Nullable Boolean forProposal,
        @Nullable Boolean correction,
        @Nullable Integer version) {

    /** So many can be chosen by the keys of a number. */
    private static final int MOST_CHOICES = 9;

    private static final int LONGEST_CHOICE = 200;

    static QuestionForm blank() {
        return new QuestionForm(QuestionKind.OPEN, null, null, null, null, null, null, false, false, 0);
    }

    static QuestionForm of(Question question) {
        Wording wording = question.wording();
        return new QuestionForm(
                wording.kind(),
                wording.text().english(),
                wording.text().indonesian(),
                wording.help().english(),
                wording.help().indonesian(),
                lines(wording.choices().stream().map(Bilingual::english).toList()),
                lines(wording.choices().stream().map(Bilingual::indonesian).toList()),
                question.forProposal(),
                false,
                question.version());
    }

    /**
     * The wording that the form tells.
     *
     * @throws RuleException where it makes none
     */
    Wording wording() {
        Bilingual text = Bilingual.of(english, indonesian);
        if (text.isEmpty()) {
            throw new RuleException("assessment.question.text.required");
        }
        QuestionKind asked = Objects.requireNonNull(kind);
        return new Wording(
                asked, text, Bilingual.of(englishHelp, indonesianHelp), asked.hasChoices() ? choices() : List.of());
    }

    boolean isForProposal() {
        return Boolean.TRUE.equals(forProposal);
    }

    boolean isCorrection() {
        return Boolean.TRUE.equals(correction);
    }

    /** The field that a broken rule is about. */
    static String fieldOf(RuleException refused) {
        return refused.messageKey().contains(".choices.") ? "englishChoices" : "english";
    }

    private List<Bilingual> choices() {
        List<String> first = split(englishChoices);
        List<String> second = split(indonesianChoices);
        int count = Math.max(first.size(), second.size());
        if (count < 2 || count > MOST_CHOICES) {
            throw new RuleException("assessment.question.choices.count", MOST_CHOICES);
        }
        if (!first.isEmpty() && !second.isEmpty() && first.size() != second.size()) {
            throw new RuleException("assessment.question.choices.unlike", first.size(), second.size());
        }
        List<Bilingual> choices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            choices.add(new Bilingual(first.isEmpty() ? null : first.get(i), second.isEmpty() ? null : second.get(i)));
        }
        return choices;
    }

    private static List<String> split(@Nullable String lines) {
        List<String> choices = lines == null
                ? List.of()
                : lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (choices.stream().anyMatch(choice -> choice.length() > LONGEST_CHOICE)) {
            throw new RuleException("assessment.question.choices.choice-long", LONGEST_CHOICE);
        }
        Set<String> seen = new HashSet<>();
        choices.stream()
                .filter(choice -> !seen.add(choice.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(twice -> {
                    throw new RuleException("assessment.question.choices.twice", twice);
                });
        return choices;
    }

    private static String lines(List<? extends @Nullable String> texts) {
        return texts.stream().filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
