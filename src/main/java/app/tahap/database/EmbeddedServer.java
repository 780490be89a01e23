package app.tahap.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL on the loopback address while Tahap runs. It outlives a killed JVM: the next start finds it by its pid file and
 * ends it in good order. If the server is killed while Tahap runs, it is started again.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String USER = PostgresCluster.USER;
    static final String DATABASE = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int LONGEST_PAUSE_SECONDS = 30;

    private final DatabaseFolder folder;
    private final DatabaseProperties properties;
    private final PostgresCluster cluster;
    private final int port;
    private boolean closing;

    private EmbeddedServer(DatabaseFolder folder, DatabaseProperties properties) {
        this.folder = folder;
        this.properties = properties;
        this.cluster = new PostgresCluster(folder);
        this.port = properties.port() == 0 ? freePort() : properties.port();
    }

    /** @throws DatabaseException with the reason in one line */
    static EmbeddedServer start(DatabaseProperties properties) {
        DatabaseFolder folder = DatabaseFolder.take(properties.folder());
        try {
            EmbeddedServer server = new EmbeddedServer(folder, properties);
            server.start();
            return server;
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    String password() {
        return folder.password();
    }

    private void start() {
        if (!cluster.exists()) {
            cluster.make();
        }
        if (cluster.isRunning()) {
            log.info("Found PostgreSQL still running after an earlier end of Tahap; starting it anew");
            cluster.stop();
        }
        cluster.launch(port, properties.startupTimeout());
        Thread guard = new Thread(this::restartWhenKilled, "postgresql-guard");
        guard.setDaemon(true);
        guard.start();
    }

    private void restartWhenKilled() {
        int failures = 0;
        while (true) {
            PostgresCluster.pause(Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1 + failures)));
            synchronized (this) {
                if (closing) {
                    return;
                }
                failures = cluster.isRunning() || restart() ? 0 : failures + 1;
            }
        }
    }

    private boolean restart() {
        log.warn("PostgreSQL has ended unexpectedly; starting it again");
        try {
            cluster.launch(port, properties.startupTimeout());
            return true;
        } catch (DatabaseException failed) {
            log.error("{}", failed.getMessage());
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closing = true;
        try {
            if (cluster.isRunning()) {
                cluster.stop();
            }
        } finally {
            folder.close();
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failed) {
            throw new DatabaseException("No free port on the loopback address", failed);
        }
    }
}
