package app.tahap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged Tahap as a person would start it, in a process of its own with a heap of 512 MB. */
final class TahapServer implements AutoCloseable {

    private static final int PORT = 18_877;
    private static final int DATABASE_PORT = 18_878;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern STARTED = Pattern.compile("Started TahapApplication in ([0-9.]+) seconds");

    private final Process process;
    private final Path folder;
    private final Path log;
    private final double startSeconds;

    private TahapServer(Process process, Path folder, Path log) throws InterruptedException, IOException {
        this.process = process;
        this.folder = folder;
        this.log = log;
        this.startSeconds = waitUntilStarted();
    }

    /** Starts Tahap on a data folder, which is filled before if it is new. */
    static TahapServer start(Path folder, int deals, int open) {
        try {
            Path log = Files.createDirectories(Settings.folder()).resolve("tahap.log");
            if (Files.notExists(folder)) {
                generate(folder, deals, open);
            }
            List<String> command = java("-Xmx512m", "-jar", Settings.jar().toString());
            command.addAll(arguments(folder, PORT));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new TahapServer(process, folder, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void generate(Path folder, int deals, int open) {
        List<String> command = java(
                "-cp",
                System.getProperty("java.class.path"),
                "-Dtahap.bench.deals=" + deals,
                "-Dtahap.bench.open=" + open,
                Generator.class.getName());
        command.addAll(arguments(folder, 0));
        command.add("--logging.level.root=warn");
        command.add("--logging.level.app.tahap.bench=info");
        Programs.run(command);
    }

    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> arguments(Path folder, int port) {
        return List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=0",
                "--tahap.database.folder=" + folder.toAbsolutePath(),
                "--tahap.database.port=" + DATABASE_PORT);
    }

    private double waitUntilStarted() throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher started = STARTED.matcher(Files.readString(log));
            if (started.find()) {
                return Double.parseDouble(started.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("Tahap did not start, see " + log);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + PORT);
    }

    double startSeconds() {
        return startSeconds;
    }

    /** Arguments with which PostgreSQL's programs reach its database; the password stands in the environment. */
    List<String> databaseArguments() {
        return List.of("--host=127.0.0.1", "--port=" + DATABASE_PORT, "--username=tahap", "postgres");
    }

    String databasePassword() {
        try {
            return Files.readString(folder.resolve("password")).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The most memory the process ever held, in MB, where the system tells. */
    long peakMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Tahap did not stop, see " + log);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
