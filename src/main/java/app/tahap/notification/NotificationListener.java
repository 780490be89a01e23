package app.tahap.notification;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Hears from PostgreSQL who has been told something, by whichever replica: with one connection of its own, from when the
 * first page wants to know on. A connection that is lost is made anew, and then anything may have been missed.
 */
@Component
class NotificationListener {

    private static final Logger log = LoggerFactory.getLogger(NotificationListener.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** How long it waits for news before it looks whether it is to end; the driver finds a broken connection meanwhile. */
    private static final int PATIENCE_MILLIS = 10_000;

    private final JdbcConnectionDetails database;
    private volatile @Nullable Connection connection;
    private @Nullable Thread thread;
    private volatile boolean closed;

    NotificationListener(JdbcConnectionDetails database) {
        this.database = database;
    }

    /**
     * Begins to listen, unless it does already.
     *
     * @param told takes the id of a user who was told something
     * @param missed is called when anybody may have been
     */
    synchronized void listen(LongConsumer told, Runnable missed) {
        if (thread == null && !closed) {
            thread = new Thread(() -> listenUntilClosed(told, missed), "notifications");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void close() {
        closed = true;
        Connection current = connection;
        if (current != null) {
            try {
                current.abort(Runnable::run);
            } catch (SQLException failed) {
                log.debug("The connection is gone already", failed);
            }
        }
        Thread listening;
        synchronized (this) {
            listening = thread;
        }
        if (listening != null) {
            listening.interrupt();
        }
    }

    private void listenUntilClosed(LongConsumer told, Runnable missed) {
        boolean warned = false;
        while (!closed) {
            try (Connection listening = connect()) {
                connection = listening;
                missed.run();
                warned = false;
                hear(listening.unwrap(PGConnection.class), told);
            } catch (SQLException lost) {
                if (!closed && !warned) {
                    log.warn(
                            "Notifications are not live until the database can be reached again: {}",
                            lost.getMessage());
                    warned = true;
                }
                pause();
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        if (database.getUsername() != null) {
            login.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            login.setProperty("password", database.getPassword());
        }
        login.setProperty("ApplicationName", "tahap-notifications");
        login.setProperty("tcpKeepAlive", "true");
        Connection made = DriverManager.getConnection(database.getJdbcUrl(), login);
        try (Statement statement = made.createStatement()) {
            statement.execute("listen " + Notifications.CHANNEL);
        }
        return made;
    }

    private void hear(PGConnection listening, LongConsumer told) throws SQLException {
        while (!closed) {
            for (PGNotification heard : listening.getNotifications(PATIENCE_MILLIS)) {
                told.accept(Long.parseLong(heard.getParameter()));
            }
        }
    }

    private void pause() {
        if (closed) {
            return;
        }
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
