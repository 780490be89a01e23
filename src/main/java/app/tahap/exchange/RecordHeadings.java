package app.tahap.exchange;

import app.tahap.deal.RecordColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of a file's columns hold what a kind of records knows.
 *
 * @param places the file's column, counted from 0, by the key of each that is there
 * @param leftOut headings of the file that nobody knows
 * @param missing columns without which no row can be read
 */
record RecordHeadings(
        List<RecordColumn> columns, Map<String, Integer> places, List<String> leftOut, List<RecordColumn> missing) {

    private static final Set<String> OF_DEAL = Set.of(RecordColumn.DEAL_ID, RecordColumn.DEAL);

    static RecordHeadings of(List<RecordColumn> columns, List<String> headings) {
        Map<String, Integer> places = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (RecordColumn column : columns) {
            for (int i = 0; i < headings.size(); i++) {
                if (!places.containsKey(column.key()) && column.sheet().isNamed(headings.get(i)) && taken.add(i)) {
                    places.put(column.key(), i);
                }
            }
        }
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (!taken.contains(i) && !headings.get(i).isEmpty()) {
                leftOut.add(headings.get(i));
            }
        }
        return new RecordHeadings(columns, places, leftOut, missing(columns, places));
    }

    /** Required ones that are not there; a deal can be told by its id or by its title. */
    private static List<RecordColumn> missing(List<RecordColumn> columns, Map<String, Integer> places) {
        boolean dealTold = OF_DEAL.stream().anyMatch(places::containsKey);
        return columns.stream()
                .filter(column -> !places.containsKey(column.key()))
                .filter(column -> column.required() || column.key().equals(RecordColumn.DEAL) && !dealTold)
                .toList();
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** The names of the missing columns. */
    public String missingNames() {
        return names(missing);
    }

    /** The names of the columns that are read. */
    public String readNames() {
        return names(columns.stream()
                .filter(column -> places.containsKey(column.key()))
                .toList());
    }

    /** The names of the columns that nobody knows. */
    public String leftOutNames() {
        return String.join(", ", leftOut);
    }

    private static String names(List<RecordColumn> columns) {
        return columns.stream().map(RecordColumn::name).collect(Collectors.joining(", "));
    }

    /** The text of a column in a row; empty where the file does not tell it. */
    String text(String column, CsvRow row) {
        Integer place = places.get(column);
        return place == null ? "" : row.cell(place);
    }

    /** What a column is called. */
    String name(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .map(RecordColumn::name)
                .findFirst()
                .orElse(key);
    }
}
