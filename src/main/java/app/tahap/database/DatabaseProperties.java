package app.tahap.database;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded PostgreSQL, which runs only where {@code spring.datasource.url} is not set.
 *
 * @param folder where its programs, data and password are kept; its default is in application.yml, since defaults here
 *     may not name properties
 * @param port the port on the loopback address; 0 chooses a free one at each start
 * @param startupTimeout how long its start may take, recovery after a crash included
 */
@ConfigurationProperties("tahap.database")
record DatabaseProperties(
        Path folder,
        @DefaultValue("0") int port,
        @DefaultValue("2m") Duration startupTimeout) {}
