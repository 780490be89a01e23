package app.tahap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

/** What StartRefusalTests, with real servers, does not meet. */
class StartFailureAnalyzerTests {

    private final MockEnvironment environment = new MockEnvironment();
    private final StartFailureAnalyzer analyzer = new StartFailureAnalyzer(environment);

    @Test
    void saysThatTheDatabasesDiskIsFull() {
        SQLException full =
                new SQLException("ERROR: could not extend file: No space left on device\n  Hint: ...", "53100");

        assertThat(description(new IllegalStateException(full)))
                .isEqualTo("The database's disk is full: could not extend file: No space left on device.");
    }

    @Test
    void saysWhatFlywayFoundWrong() {
        assertThat(description(new IllegalStateException(new FlywayException("Found non-empty schema"))))
                .isEqualTo("The tables in the database do not fit this version of Tahap: Found non-empty schema");
    }

    @Test
    void tellsNoPasswordFromTheAddress() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/tahap?user=x&password=secret");

        assertThat(description(new SQLException("Connection refused.", "08001")))
                .contains("//db/tahap")
                .doesNotContain("secret");
    }

    @Test
    void leavesUnknownFailuresToTheLog() {
        assertThat(analyzer.analyze(new IllegalStateException(new SQLException("deadlock", "40P01"))))
                .isNull();
    }

    private String description(Throwable failure) {
        FailureAnalysis analysis = Objects.requireNonNull(analyzer.analyze(failure));
        return analysis.getDescription();
    }
}
