package app.tahap.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL on the loopback address, with every setting for durability on. It outlives a killed JVM: the next start finds
 * it by its pid file and goes on with it. If the server itself is killed while Tahap runs, it is started again.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String USER = "tahap";
    static final String DATABASE = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int RESTARTS_AFTER_CRASH = 5;

    /** The libraries that unpack PostgreSQL for tests switch these off; a store that people rely on needs them. */
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on");

    private final DatabaseFolder folder;
    private final DatabaseProperties properties;
    private final Path programs;
    private volatile boolean closing;
    private volatile int port;

    private EmbeddedServer(DatabaseFolder folder, DatabaseProperties properties, Path programs) {
        this.folder = folder;
        this.properties = properties;
        this.programs = programs;
    }

    static EmbeddedServer start(DatabaseProperties properties) {
        DatabaseFolder folder = DatabaseFolder.take(properties.folder());
        try {
            EmbeddedServer server = new EmbeddedServer(folder, properties, PostgresPrograms.unpack(folder.programs()));
            server.start();
            return server;
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    String password() {
        return folder.password();
    }

    private void start() {
        if (Files.notExists(folder.data().resolve("PG_VERSION"))) {
            initialise();
        }
        if (isRunning()) {
            port = Integer.parseInt(pidFile().get(3));
            log.info("Found PostgreSQL still running on port {} after an earlier end of Tahap", port);
        } else {
            port = properties.port() == 0 ? freePort() : properties.port();
            launch();
        }
        restartWhenKilled();
    }

    private void initialise() {
        deleteUnfinished();
        folder.password();
        run(
                "make the database in " + folder.data(),
                Duration.ofMinutes(2),
                List.of(
                        program("initdb"),
                        "--pgdata=" + folder.data(),
                        "--username=" + USER,
                        "--pwfile=" + folder.passwordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"));
    }

    /** A first start that was interrupted leaves a folder without PG_VERSION, which initdb refuses. */
    private void deleteUnfinished() {
        try {
            FileSystemUtils.deleteRecursively(folder.data());
        } catch (IOException failed) {
            throw new DatabaseException("Cannot clear " + folder.data() + ": " + DatabaseFolder.reason(failed), failed);
        }
    }

    private void launch() {
        if (!isFree(port)) {
            throw new DatabaseException("Port " + port
                    + ", where PostgreSQL is to listen, is taken. Set tahap.database.port to another one, or to 0.");
        }
        StringBuilder options = new StringBuilder("-h 127.0.0.1 -p " + port);
        options.append(" -c unix_socket_directories= -c logging_collector=off");
        DURABLE.forEach(
                (name, value) -> options.append(" -c ").append(name).append('=').append(value));
        run(
                "start PostgreSQL (see " + folder.log() + ")",
                properties.startupTimeout().plusSeconds(10),
                List.of(
                        program("pg_ctl"),
                        "start",
                        "--pgdata=" + folder.data(),
                        "--log=" + folder.log(),
                        "--wait",
                        "--timeout=" + properties.startupTimeout().toSeconds(),
                        "--options=" + options));
    }

    /** Sessions of the killed server may live for a moment and hold its memory, so a first try may fail. */
    private void restartWhenKilled() {
        ProcessHandle.of(Long.parseLong(pidFile().get(0)))
                .ifPresent(server -> server.onExit().thenRun(() -> {
                    for (int attempt = 1; !closing && attempt <= RESTARTS_AFTER_CRASH; attempt++) {
                        try {
                            TimeUnit.SECONDS.sleep(1);
                            log.warn("PostgreSQL has ended unexpectedly; starting it again");
                            launch();
                            restartWhenKilled();
                            return;
                        } catch (DatabaseException failed) {
                            log.error("PostgreSQL did not start again (attempt {})", attempt, failed);
                        } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                            return;
                        }
                    }
                }));
    }

    @Override
    public void close() {
        closing = true;
        try {
            run(
                    "stop PostgreSQL",
                    Duration.ofMinutes(1),
                    List.of(program("pg_ctl"), "stop", "--pgdata=" + folder.data(), "--mode=fast", "--wait"));
        } finally {
            folder.close();
        }
    }

    private boolean isRunning() {
        return execute(Duration.ofSeconds(20), List.of(program("pg_ctl"), "status", "--pgdata=" + folder.data()))
                        .code()
                == 0;
    }

    /** Its lines: process id, data folder, start time, port, ... */
    private List<String> pidFile() {
        try {
            return Files.readAllLines(folder.data().resolve("postmaster.pid"));
        } catch (IOException unreadable) {
            throw new DatabaseException(
                    "Cannot read PostgreSQL's pid file: " + DatabaseFolder.reason(unreadable), unreadable);
        }
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private void run(String what, Duration limit, List<String> command) {
        Finished finished = execute(limit, command);
        if (finished.code() != 0) {
            throw new DatabaseException("Could not " + what + ": " + finished.reason() + ".");
        }
    }

    private Finished execute(Duration limit, List<String> command) {
        try {
            Path output = Files.createTempFile("tahap", ".out");
            try {
                Process process = new ProcessBuilder(unprivileged(command))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.destroyForcibly();
                }
                return new Finished(ended ? process.exitValue() : -1, Files.readString(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException failed) {
            throw new DatabaseException("Cannot run " + command.get(0) + ": " + DatabaseFolder.reason(failed), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while waiting for PostgreSQL", interrupted);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own the same process is nobody. */
    private static List<String> unprivileged(List<String> command) {
        if (!"root".equals(System.getProperty("user.name")) || File.separatorChar == '\\') {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "--user"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failed) {
            throw new DatabaseException("No free port on the loopback address", failed);
        }
    }

    private record Finished(int code, String output) {

        /** The line that says what is wrong: PostgreSQL's programs put "error" or "FATAL" before it. */
        String reason() {
            List<String> lines = output.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.stream()
                    .filter(line -> line.contains("error:") || line.contains("FATAL") || line.contains("No space"))
                    .findFirst()
                    .orElse(lines.isEmpty() ? "no answer in time" : lines.get(lines.size() - 1));
        }
    }
}
