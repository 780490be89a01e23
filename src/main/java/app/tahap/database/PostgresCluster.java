package app.tahap.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Makes, starts and stops the server of a data folder by PostgreSQL's own programs, with every durability setting on. */
final class PostgresCluster {

    static final String USER = "tahap";

    private static final Duration MAKE_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    /** The libraries that unpack PostgreSQL for tests switch these off; a store that people rely on needs them. */
    private static final String DURABLE = "-c fsync=on -c synchronous_commit=on -c full_page_writes=on";

    /** Holds what reports read of some hundred thousand deals. It is PostgreSQL's to use, and taken only as needed. */
    private static final String SHARED_BUFFERS = "256MB";

    private final DatabaseFolder folder;
    private final PostgresCommand postgres;
    private final ServerLog log;

    PostgresCluster(DatabaseFolder folder) {
        this.folder = folder;
        this.postgres = new PostgresCommand(PostgresPrograms.unpack(folder.programs()));
        this.log = new ServerLog(folder.log());
    }

    boolean exists() {
        return Files.exists(folder.data().resolve("PG_VERSION"));
    }

    boolean isRunning() {
        return Postmaster.running(folder.data()).isPresent();
    }

    void make() {
        deleteUnfinished();
        folder.password();
        PostgresCommand.Finished made = postgres.run(
                MAKE_LIMIT,
                "initdb",
                List.of(
                        "--pgdata=" + folder.data(),
                        "--username=" + USER,
                        "--pwfile=" + folder.passwordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--set=shared_buffers=" + SHARED_BUFFERS));
        if (made.failed()) {
            deleteUnfinished();
            throw new DatabaseException("Cannot make the database in " + folder.data() + ": " + made.reason("") + ".");
        }
    }

    /** What an interrupted initdb leaves is refused by the next one. */
    private void deleteUnfinished() {
        try {
            FileSystemUtils.deleteRecursively(folder.data());
        } catch (IOException failed) {
            throw new DatabaseException(
                    "Cannot clear " + folder.data() + ": " + DatabaseFolder.reason(failed) + ".", failed);
        }
    }

    /** Sessions of a killed server may live for a moment and hold its memory, so a first try may fail. */
    void launch(int port, Duration limit) {
        long begin = System.nanoTime();
        log.rotate();
        while (true) {
            String reason = tryToLaunch(port, limit);
            if (reason.isEmpty()) {
                return;
            }
            if (!reason.contains("is still in use") || System.nanoTime() - begin > limit.toNanos()) {
                throw new DatabaseException("PostgreSQL does not start: " + reason + ". See " + log.file() + ".");
            }
            pause(BETWEEN_TRIES);
        }
    }

    /** Why it did not start, or nothing. On a full disk PostgreSQL cannot even write that into its log. */
    private String tryToLaunch(int port, Duration limit) {
        if (!isFree(port)) {
            throw new DatabaseException("Port " + port
                    + ", where PostgreSQL is to listen, is taken. Set TAHAP_DATABASE_PORT to another one, or to 0.");
        }
        Postmaster.disownStale(folder.data());
        long logged = log.length();
        PostgresCommand.Finished started = postgres.run(
                limit.plusSeconds(10),
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + folder.data(),
                        "--log=" + log.file(),
                        "--wait",
                        "--timeout=" + limit.toSeconds(),
                        "--options=-h 127.0.0.1 -p " + port + " -c unix_socket_directories= -c logging_collector=off "
                                + DURABLE));
        if (!started.failed()) {
            return "";
        }
        return folder.isFull() ? "No space left on device" : started.reason(log.since(logged));
    }

    void stop() {
        PostgresCommand.Finished stopped = postgres.run(
                STOP_LIMIT.plusSeconds(10),
                "pg_ctl",
                List.of(
                        "stop",
                        "--pgdata=" + folder.data(),
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + STOP_LIMIT.toSeconds()));
        if (stopped.failed()) {
            throw new DatabaseException("PostgreSQL does not stop: " + stopped.reason("") + ".");
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while waiting for PostgreSQL", interrupted);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
