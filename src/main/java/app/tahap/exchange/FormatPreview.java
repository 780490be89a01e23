package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.web.Show;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A look into a file, to see whether its format is understood.
 *
 * @param uneven how many rows have too many or too few cells
 * @param unreadable how many rows hold signs that the encoding does not have
 */
record FormatPreview(
        int rows,
        int columns,
        int uneven,
        int unreadable,
        boolean datesUncertain,
        boolean decimalsUncertain,
        List<String> headings,
        List<CsvRow> firstRows,
        List<Example> examples) {

    /** A text of the file and what it is read as; null where it cannot be read. */
    record Example(String text, @Nullable String meaning) {}

    static FormatPreview of(Content content, FileFormat format, Viewer viewer) {
        FileSurvey survey = FileSurvey.of(content, format);
        Evidence evidence = survey.evidence();
        return new FormatPreview(
                survey.rows(),
                survey.columns().size(),
                survey.unevenRows(),
                survey.unreadableRows(),
                evidence.isDateOrderUncertain(),
                evidence.isDecimalSignUncertain(),
                survey.headings(),
                survey.firstRows(),
                examples(evidence, format, viewer));
    }

    private static List<Example> examples(Evidence evidence, FileFormat format, Viewer viewer) {
        Show show = new Show(viewer.locale());
        Stream<Example> dates = evidence.dates().stream()
                .map(text -> new Example(
                        text,
                        format.dates()
                                .parse(text, viewer.zone())
                                .map(moment -> show.date(moment.date()))
                                .orElse(null)));
        Stream<Example> numbers = evidence.numbers().stream()
                .map(text -> new Example(
                        text,
                        format.decimals()
                                .parse(text.replaceAll("[^0-9.,-]", ""))
                                .map(show::number)
                                .orElse(null)));
        return Stream.concat(dates, numbers).toList();
    }
}
