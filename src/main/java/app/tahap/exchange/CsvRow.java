package app.tahap.exchange;

import java.util.List;

/**
 * One row of a file.
 *
 * @param number as a spreadsheet counts it, where the heading is row 1
 */
record CsvRow(int number, List<String> cells) {

    /** The text in a column counted from 0, without spaces around it; empty where the row has no such cell. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Whether it has a cell for each column; further cells must be empty, as spreadsheets leave them behind. */
    boolean fits(int columns) {
        return cells.size() >= columns
                && cells.subList(columns, cells.size()).stream().allMatch(String::isEmpty);
    }
}
