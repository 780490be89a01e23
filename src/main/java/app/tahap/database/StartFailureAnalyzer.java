package app.tahap.database;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;

/** Turns what may go wrong at a start into one line for whoever started Tahap. */
class StartFailureAnalyzer implements FailureAnalyzer {

    private final Environment environment;

    StartFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return first(causes, DatabaseException.class)
                .map(known -> String.valueOf(known.getMessage()))
                .or(() -> first(causes, PortInUseException.class).map(this::taken))
                .or(() -> first(causes, SQLException.class).flatMap(refused -> refused(refused, causes)))
                .or(() -> first(causes, FlywayException.class).map(StartFailureAnalyzer::unfit))
                .or(this::noDatabaseAddress)
                .map(line -> new FailureAnalysis(line, null, failure))
                .orElse(null);
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private String taken(PortInUseException taken) {
        boolean management =
                Integer.toString(taken.getPort()).equals(environment.getProperty("management.server.port"));
        String setting = management ? "MANAGEMENT_SERVER_PORT" : "SERVER_PORT";
        return "Port " + taken.getPort() + " is taken. Set " + setting + " to another one.";
    }

    /** By the classes of SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private Optional<String> refused(SQLException refused, List<Throwable> causes) {
        String state = String.valueOf(refused.getSQLState());
        String said = firstLine(refused);
        if (state.startsWith("08")) {
            String reason = first(causes, UnknownHostException.class)
                    .map(unknown -> "unknown host " + unknown.getMessage() + ".")
                    .orElse(said);
            return Optional.of("Cannot reach the database at " + url() + ": " + reason + " See SPRING_DATASOURCE_URL.");
        }
        return Optional.ofNullable(
                switch (state) {
                    case "28P01", "28000" ->
                        "The database at " + url() + " refuses the login: " + said
                                + ". See SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
                    case "3D000" ->
                        "The database server has no such database: " + said + ". See SPRING_DATASOURCE_URL.";
                    case "42501" -> "The database user may not make tables: " + said + ".";
                    case "53100" -> "The database's disk is full: " + said + ".";
                    default -> null;
                });
    }

    private Optional<String> noDatabaseAddress() {
        return Optional.ofNullable(environment.getProperty("spring.datasource.url"))
                .filter(url -> !url.startsWith("jdbc:postgresql:"))
                .map(url -> "SPRING_DATASOURCE_URL has to begin with jdbc:postgresql://");
    }

    private static String unfit(FlywayException unfit) {
        return "The tables in the database do not fit this version of Tahap: " + unfit.getMessage();
    }

    private static String firstLine(SQLException refused) {
        return String.valueOf(refused.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^(FATAL|ERROR): ", "");
    }

    /** Without its parameters, since one of them may be a password. */
    private String url() {
        return environment
                .getProperty("spring.datasource.url", "the embedded server")
                .replaceFirst("\\?.*", "")
                .replaceFirst("^jdbc:postgresql:", "");
    }
}
