package app.tahap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL for tests, one for each run: a container where a Docker engine answers, else the embedded one. Each
 * application context gets a database of its own, so that contexts do not see each other's rows.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Server SERVER = start();
    private static int databases;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties()).applyTo(context);
    }

    /** Settings that point an application at a new, empty database. */
    public static synchronized Map<String, String> properties() {
        String name = "test" + ++databases;
        execute("create database " + name);
        return Map.of(
                "spring.datasource.url", SERVER.url(name),
                "spring.datasource.username", SERVER.user(),
                "spring.datasource.password", SERVER.password());
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(SERVER.url("postgres"), SERVER.user(), SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Server start() {
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    private static Server container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
        container.start();
        String prefix = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
        return new Server(prefix, container.getUsername(), container.getPassword());
    }

    private static Server embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            return new Server("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/", "postgres", "postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Server(String prefix, String user, String password) {

        String url(String database) {
            return prefix + database;
        }
    }
}
