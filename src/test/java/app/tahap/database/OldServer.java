package app.tahap.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Passes a connection on to a real PostgreSQL 18, and changes what the server says of its version on the way back. */
final class OldServer implements AutoCloseable {

    private static final String SAID = "server_version\0";

    private final ServerSocket door;
    private final int serverPort;
    private final String version;

    /** @param version as long as the real one, since the messages count their bytes */
    OldServer(int serverPort, String version) throws IOException {
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        this.version = version;
        inBackground(() -> {
            while (true) {
                pass(door.accept());
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    private void pass(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        inBackground(() -> client.getInputStream().transferTo(server.getOutputStream()));
        inBackground(() -> copyAndPretend(server.getInputStream(), client.getOutputStream()));
    }

    private void copyAndPretend(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[65_536];
        for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
            String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
            int at = text.indexOf(SAID);
            if (at >= 0) {
                byte[] pretended = version.getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(pretended, 0, bytes, at + SAID.length(), pretended.length);
            }
            to.write(bytes, 0, length);
        }
    }

    private static void inBackground(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        });
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, closed) -> {});
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private interface Task {
        void run() throws IOException;
    }
}
