package app.tahap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Response times of several phases. Gatling's own report averages a request's rate over the whole run, this does not. */
final class Timings {

    private final Map<String, Collection<Integer>> phases = new ConcurrentHashMap<>();

    void record(String phase, int milliseconds) {
        phases.computeIfAbsent(phase, name -> new ConcurrentLinkedQueue<>()).add(milliseconds);
    }

    Summary summary(String phase, Duration duration) {
        int[] sorted = phases.getOrDefault(phase, List.of()).stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("Nothing was answered in the phase " + phase);
        }
        return new Summary(
                phase,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                Arrays.stream(sorted).average().orElseThrow(),
                (double) sorted.length / duration.toSeconds());
    }

    /**
     * What one phase showed.
     *
     * @param median in milliseconds, as {@code p95} and {@code mean}
     * @param perSecond answers a second by all users together
     */
    record Summary(String phase, double median, double p95, double mean, double perSecond) {

        static void write(Path file, List<Summary> summaries) {
            List<String> lines = new ArrayList<>();
            for (Summary s : summaries) {
                lines.add(String.join(
                        ";", s.phase, "" + s.median, "" + s.p95, "" + s.mean, "" + s.perSecond));
            }
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, lines);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        static List<Summary> read(Path file) {
            try {
                return Files.readAllLines(file).stream()
                        .map(line -> line.split(";"))
                        .map(parts -> new Summary(
                                parts[0],
                                Double.parseDouble(parts[1]),
                                Double.parseDouble(parts[2]),
                                Double.parseDouble(parts[3]),
                                Double.parseDouble(parts[4])))
                        .toList();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
