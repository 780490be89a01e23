package app.tahap.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** What is measured and how long; each can be set as a system property {@code tahap.bench.*}. */
final class Settings {

    static final String EMAIL = "bench@example.com";
    static final String PASSWORD = "known to the bench alone";

    private Settings() {}

    /** How many deals there are. */
    static int deals() {
        return Integer.getInteger("tahap.bench.deals", 100_000);
    }

    /** How many of them are open. */
    static int open() {
        return Integer.getInteger("tahap.bench.open", Math.min(deals(), 10_000));
    }

    /** Where the measured Tahap listens. */
    static URI url() {
        return URI.create(System.getProperty("tahap.bench.url", "http://127.0.0.1:8080"));
    }

    /** The page on which a review looks at one of its deals. */
    static String review() {
        return System.getProperty("tahap.bench.review", "/reviews/1");
    }

    /** Numbers of simultaneous users, one after the other. */
    static int[] users() {
        return Arrays.stream(System.getProperty("tahap.bench.users", "1,8").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** How long each number of users is measured. */
    static Duration duration() {
        return Duration.ofSeconds(Integer.getInteger("tahap.bench.seconds", 12));
    }

    /** How long the server runs before that, so that the JVM has compiled what matters. */
    static Duration warmUp() {
        return Duration.ofSeconds(Integer.getInteger("tahap.bench.warm-up", 20));
    }

    /** The packaged Tahap. */
    static Path jar() {
        return Path.of(System.getProperty("tahap.bench.jar", "target/tahap.jar"));
    }

    /** Where a simulation leaves its figures. */
    static Path results(String simulation) {
        return folder().resolve(simulation + ".csv");
    }

    /** Where databases and results are kept. */
    static Path folder() {
        return Path.of(System.getProperty("tahap.bench.folder", "target/bench"));
    }
}
