package app.tahap.assessment;

import app.tahap.web.RuleException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was answered, of which at most one is told: a text, choices or a rating.
 *
 * @param choices places among the wording's choices, counted from 0
 * @param rating 1 to 5
 */
record Answer(
        @Nullable String text,
        SortedSet<Integer> choices,
        @Nullable Integer rating) {

    static final int LONGEST = 5000;

    static final Answer NONE = new Answer(null, new TreeSet<>(), null);

    /**
     * The answer to a wording that somebody gave by a form.
     *
     * @param values as they were sent, none for an answer that was taken away
     * @throws RuleException where they are none
     */
    static Answer of(Wording wording, List<String> values) {
        List<String> told = values.stream().filter(value -> !value.isBlank()).toList();
        if (told.isEmpty()) {
            return NONE;
        }
        return switch (wording.kind()) {
            case OPEN -> text(told.get(0));
            case RATING -> new Answer(null, new TreeSet<>(), number(told.get(0), 1, QuestionKind.BEST));
            case SINGLE -> choices(told.subList(0, 1), wording);
            case MULTIPLE -> choices(told, wording);
        };
    }

    private static Answer text(String typed) {
        String text = typed.replace("\r\n", "\n").strip();
        if (text.length() > LONGEST) {
            throw new RuleException("assessment.answer.long", LONGEST);
        }
        return new Answer(text, new TreeSet<>(), null);
    }

    private static Answer choices(List<String> told, Wording wording) {
        int last = wording.choices().size() - 1;
        return new Answer(
                null,
                told.stream().map(value -> number(value, 0, last)).collect(Collectors.toCollection(TreeSet::new)),
                null);
    }

    private static int number(String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // refused below
        }
        throw new RuleException("assessment.answer.unknown");
    }

    /** Differs where answers differ, as good as always; a form carries it to tell what was changed in it. */
    public int mark() {
        return hashCode();
    }

    public boolean isGiven() {
        return text != null || !choices.isEmpty() || rating != null;
    }

    public boolean has(int choice) {
        return choices.contains(choice);
    }

    public boolean rates(int value) {
        return rating != null && rating == value;
    }

    /** As people read it: the text, the chosen words, or the rating out of the best. */
    public String inWords(List<String> choiceWords) {
        if (text != null) {
            return text;
        }
        if (rating != null) {
            return rating + "/" + QuestionKind.BEST;
        }
        return choices.stream()
                .filter(place -> place < choiceWords.size())
                .map(choiceWords::get)
                .collect(Collectors.joining(", "));
    }
}
