package app.tahap;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real PostgreSQL for tests, one server for each run. Each application context gets a database of its own, so that
 * contexts do not see each other's rows. Jobs are done when a test says so: {@link TestJobs}.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final TestServer SERVER = TestServer.start();
    private static int databases;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties())
                .and("tahap.jobs.enabled=false", "tahap.pdf.warm-up=false")
                .applyTo(context);
    }

    /** Settings that point an application at a new, empty database. */
    public static synchronized Map<String, String> properties() {
        String name = "test" + ++databases;
        execute("create database " + name);
        return Map.of(
                "spring.datasource.url", SERVER.url(name),
                "spring.datasource.username", SERVER.user(),
                "spring.datasource.password", SERVER.password(),
                "tahap.reminders.every", "1d"); // tests look themselves
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(SERVER.url("postgres"), SERVER.user(), SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
