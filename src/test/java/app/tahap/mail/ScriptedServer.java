package app.tahap.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as a test says; to all else it says yes. It counts the texts that it was handed. */
public final class ScriptedServer implements AutoCloseable {

    /** Instead of an answer: says nothing any more. */
    static final String SILENCE = "silence";

    /** Instead of an answer: the connection breaks. */
    static final String BREAK = "break";

    private final ServerSocket socket;
    private final Map<String, String> script;
    private final AtomicInteger texts = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    /** @param script answers by the first word of a command; by "." for the end of the text */
    public ScriptedServer(Map<String, String> script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread listening = new Thread(this::listen, "scripted mail server");
        listening.setDaemon(true);
        listening.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    int texts() {
        return texts.get();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException | InterruptedException gone) {
                // the next client may stay longer
            }
        }
    }

    private void talk(Socket client) throws IOException, InterruptedException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        if (!answer(client, script.getOrDefault("CONNECT", "220 ready"))) {
            return;
        }
        boolean text = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (text && !line.equals(".")) {
                continue;
            }
            if (text) {
                texts.incrementAndGet();
            }
            String command = text ? "." : line.split("[ :]", 2)[0];
            text = command.equals("DATA") && script.get("DATA") == null;
            if (!answer(client, script.getOrDefault(command, text ? "354 go on" : "250 yes"))) {
                return;
            }
        }
    }

    private boolean answer(Socket client, @Nullable String words) throws IOException, InterruptedException {
        if (BREAK.equals(words)) {
            return false;
        }
        if (SILENCE.equals(words)) {
            over.await();
            return false;
        }
        client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() {
        over.countDown();
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
