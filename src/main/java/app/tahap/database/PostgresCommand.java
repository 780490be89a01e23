package app.tahap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs PostgreSQL's own programs, which refuse to be root. */
final class PostgresCommand {

    private static final List<String> AS_NOBODY = List.of("unshare", "--user");

    private static final Pattern DISK_FULL = Pattern.compile("No space left on device|Check free disk space");

    private final Path programs;
    private final boolean root;

    /** @throws DatabaseException if this is root and cannot be anybody else */
    PostgresCommand(Path programs) {
        this.programs = programs;
        this.root = "root".equals(System.getProperty("user.name"));
        if (root && !canBeNobody()) {
            throw new DatabaseException(
                    "PostgreSQL refuses to run as root, and this system does not let root start it as"
                            + " nobody (unshare --user). Start Tahap as an ordinary user, or set SPRING_DATASOURCE_URL.");
        }
    }

    Finished run(Duration limit, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(root ? AS_NOBODY : List.of());
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            return execute(limit, command);
        } catch (IOException failed) {
            throw new DatabaseException("Cannot run " + program + ": " + DatabaseFolder.reason(failed) + ".", failed);
        }
    }

    /** In a user namespace of its own the same process is nobody. Containers often forbid that. */
    private static boolean canBeNobody() {
        List<String> nothing = new ArrayList<>(AS_NOBODY);
        nothing.add("true");
        try {
            return execute(Duration.ofSeconds(10), nothing).code() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** The output goes through a file: a server that the program leaves behind would keep a pipe open. */
    private static Finished execute(Duration limit, List<String> command) throws IOException {
        Path output = Files.createTempFile("tahap", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Finished(ended ? process.exitValue() : -1, Files.readString(output));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while waiting for PostgreSQL", interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** How a program ended: code 0 if well, -1 if it did not end in time. */
    record Finished(int code, String output) {

        boolean failed() {
            return code != 0;
        }

        /** What the output, or else PostgreSQL's log, says was wrong, in one line. */
        String reason(String log) {
            List<String> lines = (output + "\n" + log)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.stream().anyMatch(line -> DISK_FULL.matcher(line).find())) {
                return "No space left on device";
            }
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).matches(".*(error:|FATAL:|PANIC:).*")) {
                    String detail =
                            i + 1 < lines.size() && lines.get(i + 1).contains("DETAIL:") ? lines.get(i + 1) : "";
                    return withoutPrefix(lines.get(i)) + (detail.isEmpty() ? "" : ": " + withoutPrefix(detail));
                }
            }
            return code == -1 || lines.isEmpty() ? "no answer in time" : lines.get(lines.size() - 1);
        }

        private static String withoutPrefix(String line) {
            return line.replaceFirst("^.*?(error|FATAL|PANIC|DETAIL): +", "").replaceFirst("\\.$", "");
        }
    }
}
