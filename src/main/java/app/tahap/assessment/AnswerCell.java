package app.tahap.assessment;

import app.tahap.web.CellLabels;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads what a cell of a file answers to a question: as {@link Answer#inWords} writes it, in either language. */
final class AnswerCell {

    private static final Pattern RATING =
            Pattern.compile("([1-" + QuestionKind.BEST + "])(?:\\s*/\\s*" + QuestionKind.BEST + ")?");

    private AnswerCell() {}

    /** Empty where it is no answer to the question. */
    static Optional<Answer> read(Wording wording, String cell) {
        return switch (wording.kind()) {
            case OPEN ->
                Optional.of(cell.replace("\r\n", "\n"))
                        .filter(text -> text.length() <= Answer.LONGEST)
                        .map(text -> new Answer(text, new TreeSet<>(), null));
            case RATING -> rating(cell);
            case SINGLE -> choice(wording.choices(), cell).map(AnswerCell::chosen);
            case MULTIPLE -> choices(wording.choices(), cell).map(AnswerCell::chosen);
        };
    }

    private static Optional<Answer> rating(String cell) {
        Matcher rating = RATING.matcher(cell);
        return rating.matches()
                ? Optional.of(new Answer(null, new TreeSet<>(), Integer.valueOf(rating.group(1))))
                : Optional.empty();
    }

    private static Answer chosen(TreeSet<Integer> places) {
        return new Answer(null, places, null);
    }

    private static Optional<TreeSet<Integer>> choice(List<Bilingual> choices, String cell) {
        return IntStream.range(0, choices.size())
                .filter(place -> AskedQuestions.isCalled(choices.get(place), cell))
                .boxed()
                .findFirst()
                .map(place -> new TreeSet<>(List.of(place)));
    }

    private static Optional<TreeSet<Integer>> choices(List<Bilingual> choices, String cell) {
        TreeSet<Integer> places = new TreeSet<>();
        for (String label :
                CellLabels.split(cell, label -> choice(choices, label).isPresent())) {
            Optional<TreeSet<Integer>> found = choice(choices, label);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            places.addAll(found.get());
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(places);
    }
}
