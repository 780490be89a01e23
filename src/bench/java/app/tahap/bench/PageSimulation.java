package app.tahap.bench;

import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;

/** Opens one page over and over. */
abstract class PageSimulation extends LoadSimulation {

    private final String path;

    PageSimulation(String path) {
        this.path = path;
        run();
    }

    @Override
    final ChainBuilder action(String phase, Duration duration) {
        return during(duration)
                .on(timed(phase, http(path + ", " + phase).get(path).check(status().is(200))));
    }
}
