package app.tahap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the real server and the JVM that started it, and counts what had been acknowledged. */
class EmbeddedServerTests {

    private static final int ENOUGH = 200;

    static Path programs;

    Path folder;
    List<Integer> acknowledged;

    /** The programs are unpacked once for all tests. */
    @BeforeAll
    static void unpack(@TempDir Path shared) {
        programs = shared;
        PostgresPrograms.unpack(programs);
    }

    @BeforeEach
    void prepare(@TempDir Path parent) throws IOException {
        folder = Files.createDirectory(parent.resolve("O'Brien & co"));
        Files.createSymbolicLink(folder.resolve("postgresql"), programs);
        acknowledged = new ArrayList<>();
    }

    @Test
    void writesDurablyAndListensOnTheLoopbackAddressOnly() throws SQLException {
        try (EmbeddedServer server = start()) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(server, "unix_socket_directories")).isEmpty();
            assertThat(setting(server, "server_version")).startsWith("18.");
        }
    }

    @Test
    void asksForAPasswordThatOnlyTheOwnerCanRead() throws IOException {
        try (EmbeddedServer server = start()) {
            Path file = folder.resolve("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).matches("[0-9a-f]{48}");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), EmbeddedServer.USER, "a guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void endsTheServerThatItStarted() {
        start().close();

        assertThat(Postmaster.running(folder.resolve("data"))).isEmpty();
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        assertThat(folder.resolve("postgresql.log")).content().endsWith("database system is shut down\n");
    }

    @Test
    void findsTheServerAgainAfterTheJvmWasKilled() throws Exception {
        try (Child writer = writer(0)) {
            readUntil(writer, ENOUGH);
            writer.kill();
            readRest(writer);
        }

        assertThat(Postmaster.running(folder.resolve("data")))
                .as("orphaned server")
                .isPresent();
        assertThatNothingIsMissing();
    }

    @Test
    void startsTheServerAgainWhenItWasKilledAndGoesOn() throws Exception {
        try (Child writer = writer(0)) {
            int last = readUntil(writer, ENOUGH);
            killServer();
            readUntil(writer, last + ENOUGH);
            writer.kill();
            readRest(writer);
        }

        assertThatNothingIsMissing();
    }

    @Test
    void recoversAfterBothWereKilledAgainAndAgain() throws Exception {
        int last = 0;
        for (int round = 1; round <= 3; round++) {
            try (Child writer = writer(last + 1000)) {
                readUntil(writer, last + 1000 + ENOUGH);
                if (round % 2 == 0) {
                    killServer();
                    writer.kill();
                } else {
                    writer.kill();
                    killServer();
                }
                last = readRest(writer);
            }
        }

        assertThatNothingIsMissing();
    }

    @Test
    void startsAlthoughAnotherProgramHasTheProcessIdOfAKilledServer() throws Exception {
        crash();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            nameInPidFile(stranger.pid());

            assertThatNothingIsMissing();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void startsAlthoughNobodyReapedTheKilledServer() throws Exception {
        crash();
        Process careless = new ProcessBuilder("sh", "-c", "sleep 0.1 & echo $!; exec sleep 60").start();
        try (BufferedReader reader = careless.inputReader()) {
            long zombie = Long.parseLong(reader.readLine());
            while (!Files.readString(Path.of("/proc/" + zombie + "/stat")).contains(") Z ")) {
                Thread.sleep(20);
            }
            nameInPidFile(zombie);

            assertThatNothingIsMissing();
        } finally {
            careless.destroyForcibly();
        }
    }

    @Test
    void startsAlthoughAPowerCutEmptiedThePidFile() throws Exception {
        crash();
        Files.write(folder.resolve("data/postmaster.pid"), new byte[0]);

        assertThatNothingIsMissing();
    }

    @Test
    void beginsAnewAfterAFirstStartThatWasInterrupted() throws Exception {
        Files.createDirectories(folder.resolve("data/base"));
        Files.writeString(folder.resolve("data/postgresql.conf"), "");

        try (EmbeddedServer server = start()) {
            assertThat(setting(server, "data_directory")).endsWith("data");
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws Exception {
        start().close();
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("database files are incompatible with server")
                .hasMessageContaining("initialized by PostgreSQL version 17");
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(new DatabaseProperties(folder, 0, Duration.ofMinutes(1)));
    }

    private Child writer(int first) throws IOException {
        return Child.of(AcknowledgedWriter.class, folder.toString(), Integer.toString(first));
    }

    private void crash() throws Exception {
        try (Child writer = writer(0)) {
            readUntil(writer, ENOUGH);
            killServer();
            writer.kill();
            readRest(writer);
        }
    }

    private void killServer() {
        long pid = Postmaster.running(folder.resolve("data")).orElseThrow().pid();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private void nameInPidFile(long pid) throws IOException {
        Path file = folder.resolve("data/postmaster.pid");
        List<String> lines = Files.readAllLines(file);
        lines.set(0, Long.toString(pid));
        Files.write(file, lines);
    }

    private int readUntil(Child writer, int number) throws IOException {
        int last = 0;
        while (last < number) {
            String line = writer.output().readLine();
            assertThat(line).as("the writer goes on").isNotNull();
            if (line.matches("[0-9]+")) {
                last = Integer.parseInt(line);
                acknowledged.add(last);
            }
        }
        return last;
    }

    /** What a killed writer had told before its end; a half-written last line does not count. */
    private int readRest(Child writer) throws IOException {
        String rest = String.join("\n", writer.output().lines().toList());
        List<Integer> numbers = rest.lines()
                .filter(line -> line.matches("[0-9]+"))
                .map(Integer::parseInt)
                .toList();
        acknowledged.addAll(numbers.subList(0, Math.max(0, numbers.size() - 1)));
        return acknowledged.get(acknowledged.size() - 1);
    }

    private void assertThatNothingIsMissing() throws SQLException {
        try (EmbeddedServer server = start()) {
            List<Integer> found = new ArrayList<>();
            try (Connection connection = connect(server);
                    ResultSet rows = connection.createStatement().executeQuery("select number from written")) {
                while (rows.next()) {
                    found.add(rows.getInt(1));
                }
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            assertThat(found).containsAll(acknowledged);
        }
    }

    private static String setting(EmbeddedServer server, String name) throws SQLException {
        try (Connection connection = connect(server);
                ResultSet row = connection.createStatement().executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), EmbeddedServer.USER, server.password());
    }
}
