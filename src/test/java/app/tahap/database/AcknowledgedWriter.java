package app.tahap.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** Writes one number after the other into the embedded database and tells each that was acknowledged, until it is killed. */
final class AcknowledgedWriter {

    private AcknowledgedWriter() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedServer server =
                EmbeddedServer.start(new DatabaseProperties(Path.of(arguments[0]), 0, Duration.ofMinutes(1)));
        int number = Integer.parseInt(arguments[1]);
        while (true) {
            try (Connection connection =
                    DriverManager.getConnection(server.url(), EmbeddedServer.USER, server.password())) {
                connection.createStatement().execute("create table if not exists written (number int primary key)");
                PreparedStatement insert = connection.prepareStatement("insert into written values (?)");
                while (true) {
                    insert.setInt(1, ++number);
                    insert.executeUpdate();
                    System.out.println(number);
                }
            } catch (SQLException away) {
                Thread.sleep(100);
            }
        }
    }
}
