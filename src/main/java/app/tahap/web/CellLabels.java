package app.tahap.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several labels in one cell of a file, parted by semicolons or by commas. */
public final class CellLabels {

    private static final List<String> ENDS = List.of("(?<=;)", "(?<=,)", "(?<=[,;])");

    private CellLabels() {}

    public static String join(Stream<String> labels) {
        return labels.collect(Collectors.joining("; "));
    }

    /**
     * The labels that a cell tells, each once. A label that is known may hold such signs itself: the longest comes first. Where
     * not all are known, the cell is parted at its semicolons, or at its commas if it has none.
     */
    public static List<String> split(String cell, Predicate<String> known) {
        return ENDS.stream()
                .flatMap(end -> knownOnes(List.of(cell.split(end)), known).stream())
                .findFirst()
                .orElseGet(() -> parts(cell, cell.indexOf(';') < 0 ? "," : ";"));
    }

    /** Empty where parts are left that belong to no known label. */
    private static Optional<List<String>> knownOnes(List<String> parts, Predicate<String> known) {
        List<String> labels = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            int to = parts.size();
            Optional<String> label = Optional.empty();
            while (to > from && label.isEmpty()) {
                String text = String.join("", parts.subList(from, to)).strip();
                label = Stream.of(text, text.replaceFirst("\\s*[,;]$", ""))
                        .filter(known)
                        .findFirst();
                to--;
            }
            if (label.isEmpty()) {
                return Optional.empty();
            }
            labels.add(label.get());
            from = to + 1;
        }
        return Optional.of(labels.stream().distinct().toList());
    }

    private static List<String> parts(String cell, String sign) {
        return Arrays.stream(cell.split(sign))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }
}
