package app.tahap.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** One user who is logged in, for what is measured one request at a time: bytes on the wire, and rare pages. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI server;
    private String token;

    Visitor(URI server) {
        this.server = server;
        this.token = token(get("/login"));
    }

    void logIn() {
        Answer answer = post("/login", Map.of("email", Settings.EMAIL, "password", Settings.PASSWORD));
        if (answer.status() != 302) {
            throw new IllegalStateException("Login answered " + answer.status());
        }
        token = token(get("/board"));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)));
    }

    /** Posts a form as the board's scripts do. */
    Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("HX-Request", "true")
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(body)));
    }

    /** The median of some answers' times, in milliseconds. */
    double median(String path, int times) {
        double[] sorted = new double[times];
        for (int i = 0; i < times; i++) {
            Answer answer = get(path);
            if (answer.status() != 200) {
                throw new IllegalStateException(path + " answered " + answer.status());
            }
            sorted[i] = answer.milliseconds();
        }
        Arrays.sort(sorted);
        return sorted[times / 2];
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            long start = System.nanoTime();
            HttpResponse<byte[]> response = client.send(
                    request.header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
            double milliseconds = (System.nanoTime() - start) / 1e6;
            boolean zipped = response.headers().firstValue("Content-Encoding").isPresent();
            return new Answer(response.statusCode(), milliseconds, response.body(), zipped);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String token(Answer page) {
        Matcher token = TOKEN.matcher(page.text());
        if (!token.find()) {
            throw new IllegalStateException("No CSRF token in the page");
        }
        return token.group(1);
    }

    /**
     * An answer.
     *
     * @param body as it came over the wire
     */
    record Answer(int status, double milliseconds, byte[] body, boolean zipped) {

        double kilobytes() {
            return body.length / 1000.0;
        }

        String text() {
            try {
                byte[] plain = zipped ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
                return new String(plain, StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
