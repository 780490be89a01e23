package app.tahap.exchange;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A column to choose for a field.
 *
 * @param heading may be empty
 * @param zeros how many of its values are a zero
 */
record ColumnChoice(int index, String heading, String samples, int zeros) {

    static List<ColumnChoice> of(FileSurvey survey) {
        return IntStream.range(0, survey.columns().size())
                .mapToObj(i -> new ColumnChoice(
                        i,
                        i < survey.headings().size() ? survey.headings().get(i) : "",
                        survey.columns().get(i).samples(),
                        survey.columns().get(i).zeros()))
                .toList();
    }

    /** Its number as people count. */
    public int number() {
        return index + 1;
    }
}
