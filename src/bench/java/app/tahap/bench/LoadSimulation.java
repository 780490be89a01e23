package app.tahap.bench;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Logs users in and lets them do one thing over and over, without pauses: first to warm the server up, then one number of
 * users after the other. An answer other than the one expected fails the run.
 */
abstract class LoadSimulation extends Simulation {

    private static final String WARM_UP = "warm-up";
    private static final int LOGGED_IN = 302;
    private static final int TOLD_TO_WAIT = 429;

    private final Timings timings = new Timings();

    /** What one user does until the time is up. */
    abstract ChainBuilder action(String phase, Duration duration);

    final void run() {
        int most = Arrays.stream(Settings.users()).max().orElseThrow();
        PopulationBuilder phases = null;
        for (int i = Settings.users().length - 1; i >= 0; i--) {
            int users = Settings.users()[i];
            PopulationBuilder phase = phase(name(users), users, Settings.duration());
            phases = phases == null ? phase : phase.andThen(phases);
        }
        PopulationBuilder warmUp = phase(WARM_UP, most, Settings.warmUp());
        setUp(phases == null ? warmUp : warmUp.andThen(phases))
                .protocols(http.baseUrl(Settings.url().toString())
                        .acceptEncodingHeader("gzip")
                        .disableFollowRedirect()
                        .disableCaching())
                .assertions(global().failedRequests().count().is(0L));
    }

    private PopulationBuilder phase(String name, int users, Duration duration) {
        return scenario(name).exec(logIn(), action(name, duration)).injectOpen(atOnceUsers(users));
    }

    /** Again until it is let in: so many logins of one account at once are taken for guesses, and told to wait. */
    private static ChainBuilder logIn() {
        return exec(http("login page")
                        .get("/login")
                        .check(css("meta[name=csrf-token]", "content").saveAs("csrf")))
                .doWhile(session -> session.getInt("login") != LOGGED_IN)
                .on(exec(http("login")
                                .post("/login")
                                .formParam("_csrf", "#{csrf}")
                                .formParam("email", Settings.EMAIL)
                                .formParam("password", Settings.PASSWORD)
                                .check(status().in(LOGGED_IN, TOLD_TO_WAIT).saveAs("login")))
                        .pause(Duration.ofMillis(300)));
    }

    /** The request, its response time counted for the phase. */
    final ChainBuilder timed(String phase, HttpRequestActionBuilder request) {
        return exec(request.check(responseTimeInMillis().saveAs("milliseconds"))).exec(session -> {
            timings.record(phase, session.getInt("milliseconds"));
            return session;
        });
    }

    private static String name(int users) {
        return users == 1 ? "1 user" : users + " users";
    }

    @Override
    public final void after() {
        List<Timings.Summary> summaries = new ArrayList<>();
        for (int users : Settings.users()) {
            summaries.add(timings.summary(name(users), Settings.duration()));
        }
        Timings.Summary.write(Settings.results(getClass().getSimpleName()), summaries);
    }
}
