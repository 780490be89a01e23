package app.tahap.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Refuses a PostgreSQL that is too old, and tables that are too new, before anything is written. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    private static final int OLDEST = 15;

    @Bean
    static FlywayMigrationStrategy carefulMigration() {
        return flyway -> {
            refuseOldServer(flyway.getConfiguration().getDataSource());
            refuseNewerTables(flyway);
            flyway.migrate();
        };
    }

    private static void refuseOldServer(DataSource database) {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            DatabaseMetaData server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < OLDEST) {
                throw new DatabaseException("The database is PostgreSQL " + server.getDatabaseProductVersion()
                        + ", which is too old: Tahap needs PostgreSQL " + OLDEST + " or later.");
            }
        } catch (SQLException failed) {
            throw new DatabaseException("Cannot read the version of the database: " + failed.getMessage(), failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** Flyway itself lets an older program run on tables that it does not know. */
    private static void refuseNewerTables(Flyway flyway) {
        Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .findFirst()
                .ifPresent(version -> {
                    throw new DatabaseException("The database was written by a newer Tahap (migration " + version
                            + "). Start that version, or restore a backup from before the upgrade.");
                });
    }
}
