package app.tahap.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the operator's commands as they are typed, beside a server that has the port. */
class CommandTests {

    @Test
    void endWithAnExitCodeAndOpenNoPort() throws Exception {
        Map<String, String> database = TestDatabase.properties();

        Child.End rebuilt = run(database, "--spring.profiles.active=rebuild-stays");
        assertThat(rebuilt.code()).as(rebuilt.toString()).isZero();
        assertThat(rebuilt.output()).contains("Stays rebuilt from the log: 0 in all");

        Child.End refused = run(database, "--spring.profiles.active=recover-password", "--email=ani@example.com");
        assertThat(refused.code()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.errors().lines())
                .containsExactly("No active administrator has the e-mail address ani@example.com."
                        + " This database has none yet.");

        execute(
                database,
                "insert into users (name, email, role, language, created_at)"
                        + " values ('Ani', 'ani@example.com', 'ADMINISTRATOR', 'en', now())");
        Child.End recovered = run(database, "--spring.profiles.active=recover-password", "--email=ani@example.com");
        assertThat(recovered.code()).as(recovered.toString()).isZero();
        assertThat(recovered.output()).containsPattern("\nhttp://localhost:8080/invitations/[\\w-]{43}");
    }

    private static Child.End run(Map<String, String> database, String... arguments) throws Exception {
        String[] all = Stream.concat(
                        database.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                        Stream.of(arguments))
                .toArray(String[]::new);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
                Child tahap = Child.tahap(List.of(), List.of("-Dserver.port=" + server.getLocalPort()), all)) {
            return tahap.end();
        }
    }

    private static void execute(Map<String, String> database, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        database.get("spring.datasource.url"),
                        database.get("spring.datasource.username"),
                        database.get("spring.datasource.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
