package app.tahap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts Tahap where it cannot run, and expects one line that says why. */
class StartRefusalTests {

    private static final List<String> PLAINLY = List.of();

    /** A server with Tahap's password, for the starts that are configured to use one. */
    static EmbeddedServer server;

    static Path programs;

    Path folder;

    @BeforeAll
    static void startServer(@TempDir Path shared) {
        server = EmbeddedServer.start(new DatabaseProperties(shared, 0, Duration.ofMinutes(1)));
        programs = shared.resolve("postgresql");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void prepare(@TempDir Path parent) {
        folder = parent.resolve("tahap");
    }

    @Test
    void secondInstanceOnTheSameFolder() throws Exception {
        DatabaseFolder first = DatabaseFolder.take(folder);

        assertThat(refusal(PLAINLY, List.of(), onFolder()))
                .isEqualTo("Another Tahap is already running on the data folder " + folder
                        + ". Stop it first, or set TAHAP_DATABASE_FOLDER to another one.");
        first.close();
    }

    @Test
    void unsupportedProcessor() throws Exception {
        assertThat(refusal(PLAINLY, List.of("-Dos.arch=s390x"), onFolder()))
                .isEqualTo("No embedded PostgreSQL for " + System.getProperty("os.name")
                        + " on s390x. Set SPRING_DATASOURCE_URL to a PostgreSQL 15 or later instead.");
    }

    @Test
    void fileInTheWayOfTheFolder() throws Exception {
        Files.createFile(folder);

        assertThat(refusal(PLAINLY, List.of(), onFolder()))
                .isEqualTo("The data folder " + folder + " is a file, not a folder.");
    }

    @Test
    void folderOnADiskThatCannotBeWritten() throws Exception {
        Files.createDirectory(folder);

        assertThat(refusal(onDisk("ro", "true"), List.of(), onFolder()))
                .isEqualTo("Cannot write to the data folder " + folder + ": Read-only file system.");
    }

    /** At 4 MB there is no room for PostgreSQL's programs, and with them elsewhere none for its files at 20 MB. */
    @ParameterizedTest
    @CsvSource({"4m, false, Cannot unpack PostgreSQL", "20m, true, Cannot make the database"})
    void fullDiskAtTheFirstStart(String size, boolean linked, String beginning) throws Exception {
        Files.createDirectory(folder);
        String before = linked ? "ln -s '" + programs + "' '" + folder + "/postgresql'" : "true";

        assertThat(refusal(onDisk("size=" + size, before), List.of(), onFolder()))
                .startsWith(beginning)
                .endsWith(": No space left on device.");
    }

    @Test
    void fullDiskAtALaterStart(@TempDir Path made) throws Exception {
        Files.createDirectory(folder);
        Files.createSymbolicLink(made.resolve("postgresql"), programs);
        EmbeddedServer.start(new DatabaseProperties(made, 0, Duration.ofMinutes(1)))
                .close();
        String before = "cp -a '" + made + "/.' '" + folder + "' && ! cat /dev/zero >'" + folder + "/full' 2>/dev/null";

        assertThat(refusal(onDisk("size=80m", before), List.of(), onFolder()))
                .startsWith("PostgreSQL does not start: No space left on device.");
    }

    @Test
    void takenPortOfTheEmbeddedDatabase() throws Exception {
        Files.createDirectory(folder);
        Files.createSymbolicLink(folder.resolve("postgresql"), programs);
        try (ServerSocket other = taken()) {
            assertThat(refusal(PLAINLY, List.of(), onFolder(), "--tahap.database.port=" + other.getLocalPort()))
                    .isEqualTo("Port " + other.getLocalPort() + ", where PostgreSQL is to listen, is taken."
                            + " Set TAHAP_DATABASE_PORT to another one, or to 0.");
        }
    }

    @Test
    void takenPortOfThePages() throws Exception {
        try (ServerSocket other = taken()) {
            assertThat(onServer(server.url(), "--server.port=" + other.getLocalPort(), "--management.server.port=0"))
                    .isEqualTo("Port " + other.getLocalPort() + " is taken. Set SERVER_PORT to another one.");
        }
    }

    @Test
    void takenPortOfTheManagementPages() throws Exception {
        try (ServerSocket other = taken()) {
            assertThat(onServer(server.url(), "--server.port=0", "--management.server.port=" + other.getLocalPort()))
                    .isEqualTo(
                            "Port " + other.getLocalPort() + " is taken. Set MANAGEMENT_SERVER_PORT to another one.");
        }
    }

    @Test
    void databaseThatDoesNotAnswer() throws Exception {
        assertThat(refusal(
                        PLAINLY, List.of(), "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/tahap?password=x"))
                .startsWith("Cannot reach the database at //127.0.0.1:1/tahap: Connection to 127.0.0.1:1 refused.")
                .endsWith("See SPRING_DATASOURCE_URL.");
    }

    @Test
    void databaseOnAHostThatDoesNotExist() throws Exception {
        assertThat(refusal(PLAINLY, List.of(), "--spring.datasource.url=jdbc:postgresql://nowhere.invalid/tahap"))
                .isEqualTo("Cannot reach the database at //nowhere.invalid/tahap: unknown host nowhere.invalid."
                        + " See SPRING_DATASOURCE_URL.");
    }

    @Test
    void addressThatIsNoneOfADatabase() throws Exception {
        assertThat(refusal(PLAINLY, List.of(), "--spring.datasource.url=postgres://db/tahap"))
                .isEqualTo("SPRING_DATASOURCE_URL has to begin with jdbc:postgresql://");
    }

    @Test
    void wrongPasswordOfTheDatabase() throws Exception {
        assertThat(onServerAs(EmbeddedServer.USER, "wrong", server.url()))
                .endsWith("refuses the login: password authentication failed for user \"tahap\"."
                        + " See SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
    }

    @Test
    void databaseThatDoesNotExist() throws Exception {
        assertThat(onServer(server.url().replace("/postgres", "/missing")))
                .isEqualTo("The database server has no such database: database \"missing\" does not exist."
                        + " See SPRING_DATASOURCE_URL.");
    }

    @Test
    void databaseThatIsTooOld() throws Exception {
        int port = Integer.parseInt(server.url().replaceAll(".*:|/.*", ""));
        try (OldServer old = new OldServer(port, "14.9")) {
            assertThat(onServer(server.url().replace(":" + port, ":" + old.port())))
                    .startsWith("The database is PostgreSQL 14.9")
                    .endsWith("which is too old: Tahap needs PostgreSQL 15 or later.");
        }
    }

    @Test
    void userWhoMayNotMakeTables() throws Exception {
        execute("create role reader login password 'reader'", "create database readonly");

        assertThat(onServerAs("reader", "reader", server.url().replace("/postgres", "/readonly")))
                .isEqualTo("The database user may not make tables: permission denied for schema public.");
    }

    @Test
    void tablesOfANewerVersion() throws Exception {
        execute("create database newer");
        String url = server.url().replace("/postgres", "/newer");
        Flyway.configure()
                .dataSource(url, EmbeddedServer.USER, server.password())
                .load()
                .migrate();
        try (Connection newer = connect(url)) {
            newer.createStatement()
                    .execute(
                            "insert into flyway_schema_history select 9999, '9999', 'fly', 'SQL', 'V9999__fly.sql', 1, 'x',"
                                    + " now(), 1, true");
        }

        assertThat(onServer(url))
                .isEqualTo(
                        "The database was written by a newer Tahap (migration 9999). Start that version, or restore a"
                                + " backup from before the upgrade.");
    }

    private static String onServer(String url, String... more) throws Exception {
        return onServerAs(EmbeddedServer.USER, server.password(), url, more);
    }

    private static String onServerAs(String user, String password, String url, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + password));
        arguments.addAll(List.of(more));
        return refusal(PLAINLY, List.of(), arguments.toArray(String[]::new));
    }

    private String onFolder() {
        return "--tahap.database.folder=" + folder;
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
    }

    /** A disk of its own for one process, which needs no root where user namespaces are allowed. */
    private List<String> onDisk(String options, String before) {
        String script = "mount -t tmpfs -o " + options + " tmpfs '" + folder + "' && " + before + " && exec \"$@\"";
        return List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh");
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = connect(server.url())) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, EmbeddedServer.USER, server.password());
    }

    private static String refusal(List<String> wrapper, List<String> jvmOptions, String... arguments) throws Exception {
        try (Child tahap = Child.tahap(wrapper, jvmOptions, arguments)) {
            Child.End end = tahap.end();

            assertThat(end.code()).as(end.output()).isEqualTo(1);
            assertThat(end.errors())
                    .as(end.output())
                    .startsWith("Tahap did not start: ")
                    .endsWith("\n");
            assertThat(end.errors().lines()).hasSize(1);
            return end.errors().strip().substring("Tahap did not start: ".length());
        }
    }
}
