package app.tahap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the statements of a move on Tahap's own PostgreSQL, by PostgreSQL's own program, as the measure for moves. */
final class Pgbench {

    private static final Path FOLDER = Path.of("src/bench/sql");
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");

    private final TahapServer server;
    private final int deals;
    private final int open;

    Pgbench(TahapServer server, int deals, int open) {
        this.server = server;
        this.deals = deals;
        this.open = open;
    }

    /** Whether this machine has pgbench. */
    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
    }

    /** How often a second some scripts, one after the other, are run by a number of clients together. */
    double perSecond(int clients, String... scripts) {
        List<String> command = new ArrayList<>(List.of("pgbench", "--no-vacuum", "--protocol=prepared"));
        command.addAll(List.of("--file=" + joined(scripts), "--client=" + clients));
        command.add("--time=" + Settings.duration().toSeconds());
        command.addAll(List.of("--define=step=" + deals / open, "--define=open=" + open));
        command.addAll(server.databaseArguments());
        String output = Programs.run(command, Map.of("PGPASSWORD", server.databasePassword()));
        Matcher tps = PER_SECOND.matcher(output);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench told no rate:\n" + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static Path joined(String... scripts) {
        try {
            String text = Stream.of(scripts).map(Pgbench::read).collect(Collectors.joining("\n"));
            return Files.writeString(Settings.folder().resolve("pgbench.sql"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(String script) {
        try {
            return Files.readString(FOLDER.resolve(script));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
