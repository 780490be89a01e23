package app.tahap.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a file becomes deals: each step of the way adds its part, and changing one takes back those that follow.
 *
 * @param headings the names of the columns; empty where the file has none
 */
record ImportSettings(
        FileFormat format,
        List<String> headings,
        @Nullable Columns columns,
        @Nullable Values values) {

    /** What the columns tell, in a step that follows their description. */
    Columns toldColumns() {
        return Objects.requireNonNull(columns, "columns are described before their values");
    }

    /** What the values mean, in a step that follows their description. */
    Values toldValues() {
        return Objects.requireNonNull(values, "values are described before a check");
    }

    /**
     * What the columns tell.
     *
     * @param fields for each field the column, counted from 0, that tells it
     * @param currency ISO code for rows that name none
     * @param zeroIsUnknown whether an amount of zero stands for one that nobody knows
     * @param system a name that keeps the ids of one system apart from those of another; may be empty
     * @param custom for each of the administrator's fields, by its id, the column that tells it; null in settings of older imports
     * @param others the same for the columns that other modules know, by their keys
     */
    record Columns(
            Map<DealField, Integer> fields,
            long pipeline,
            String currency,
            boolean zeroIsUnknown,
            String system,
            @Nullable Map<Long, Integer> custom,
            @Nullable Map<String, Integer> others) {

        Columns(Map<DealField, Integer> fields, long pipeline, String currency, boolean zeroIsUnknown, String system) {
            this(fields, pipeline, currency, zeroIsUnknown, system, Map.of(), Map.of());
        }

        /** The columns of the administrator's fields; only of some of them. */
        Map<Long, Integer> custom(List<Long> fieldIds) {
            Map<Long, Integer> some = new HashMap<>(custom == null ? Map.of() : custom);
            some.keySet().retainAll(fieldIds);
            return some;
        }

        Map<String, Integer> toldOthers() {
            return others == null ? Map.of() : others;
        }

        Columns with(Map<Long, Integer> customColumns, Map<String, Integer> otherColumns) {
            return new Columns(fields, pipeline, currency, zeroIsUnknown, system, customColumns, otherColumns);
        }

        public boolean tellsStage() {
            return has(DealField.STAGE);
        }

        boolean has(DealField field) {
            return fields.containsKey(field);
        }

        /** The text of a field in a row; empty where the file does not tell it. */
        String text(DealField field, CsvRow row) {
            Integer column = fields.get(field);
            return column == null ? "" : row.cell(column);
        }
    }

    /** What the values of a stage, an outcome and an owner mean. */
    record Values(List<Meaning> stages, List<Meaning> outcomes, List<Meaning> owners) {}

    /**
     * A value as it stands in the file, empty for none, and what it stands for.
     *
     * @param rows how many rows have it
     * @param target the id of a stage or user, the name of an outcome, or {@link #NEW}; null refuses the rows
     */
    record Meaning(String value, int rows, @Nullable String target) {

        /** A user to be made for the name. */
        static final String NEW = "NEW";

        Meaning meaning(@Nullable String newTarget) {
            return new Meaning(value, rows, newTarget);
        }
    }
}
