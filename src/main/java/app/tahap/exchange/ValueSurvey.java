package app.tahap.exchange;

import app.tahap.exchange.ImportSettings.Meaning;
import app.tahap.web.RuleException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which values stand in the columns whose values must be given a meaning, or become entries of a list. */
final class ValueSurvey {

    private static final List<DealField> FIELDS =
            List.of(DealField.STAGE, DealField.OUTCOME, DealField.OWNER, DealField.REASON, DealField.SOURCE);

    private final Map<DealField, Map<String, Integer>> counts = new EnumMap<>(DealField.class);

    private ValueSurvey() {
        FIELDS.forEach(field -> counts.put(field, new HashMap<>()));
    }

    /** More different values than anybody would want to choose from, or go through. */
    private static int most(DealField field) {
        return switch (field) {
            case OWNER -> 500;
            case REASON, SOURCE -> 100;
            default -> 60;
        };
    }

    /**
     * Reads a file.
     *
     * @throws TooManyValuesException where a column holds something else than what it is said to hold
     */
    static ValueSurvey of(Content content, FileFormat format, ImportSettings.Columns columns) {
        ValueSurvey survey = new ValueSurvey();
        try (CsvRows rows = CsvRows.open(content.open(), format)) {
            while (rows.hasNext()) {
                survey.look(rows.next(), columns);
            }
        }
        return survey;
    }

    private void look(CsvRow row, ImportSettings.Columns columns) {
        counts.forEach((field, values) -> {
            values.merge(columns.text(field, row), 1, Integer::sum);
            if (values.size() > most(field)) {
                throw new TooManyValuesException(field, most(field));
            }
        });
    }

    /** The values of a field, the most frequent first, that mean nothing yet; one empty value where it is not told. */
    List<Meaning> values(DealField field) {
        return counts.getOrDefault(field, Map.of()).entrySet().stream()
                .map(count -> new Meaning(count.getKey(), count.getValue(), null))
                .sorted(Comparator.comparingInt(Meaning::rows).reversed().thenComparing(Meaning::value))
                .toList();
    }

    /** A column with too many different values for its field. */
    static final class TooManyValuesException extends RuleException {

        private static final long serialVersionUID = 1;

        private final DealField field;

        TooManyValuesException(DealField field, int most) {
            super("exchange.columns.values", most);
            this.field = field;
        }

        DealField field() {
            return field;
        }
    }
}
