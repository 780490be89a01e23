package app.tahap.report;

import app.tahap.web.Csv;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report as plain values.
 *
 * @param name by which the address asks for it
 * @param rows takes them from the report
 */
record ReportTable<R>(String name, Function<DashboardView, List<R>> rows, List<Column<R>> columns) {

    /**
     * A column.
     *
     * @param heading a key of messages
     */
    record Column<R>(String heading, Function<R, @Nullable Object> value) {}

    @SafeVarargs
    static <R> ReportTable<R> of(String name, Function<DashboardView, List<R>> rows, Column<R>... columns) {
        return new ReportTable<>(name, rows, List.of(columns));
    }

    static <R> Column<R> column(String heading, Function<R, @Nullable Object> value) {
        return new Column<>(heading, value);
    }

    void write(DashboardView report, Function<String, String> translate, Writer writer) {
        Csv csv = new Csv(
                writer, columns.stream().map(Column::heading).map(translate).toArray(String[]::new));
        rows.apply(report)
                .forEach(row -> csv.row(columns.stream()
                        .map(column -> column.value().apply(row))
                        .toArray()));
    }
}
