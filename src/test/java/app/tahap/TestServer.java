package app.tahap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL server of a test run. */
record TestServer(String prefix, String user, String password, Runnable stop) {

    private static final Logger log = LoggerFactory.getLogger(TestServer.class);

    /** Enough to start a container whose image is there, or comes fast. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String IMAGE = "postgres:18";

    /** A container where a Docker engine gives one soon, else the embedded server, which needs no download. */
    static TestServer start() {
        return choose(TestServer::container, TestServer::embedded, PATIENCE);
    }

    /** Testcontainers itself would wait for minutes for an engine that answers but cannot pull images. */
    static TestServer choose(Callable<TestServer> container, Callable<TestServer> embedded, Duration patience) {
        CompletableFuture<TestServer> offer = new CompletableFuture<>();
        Thread docker = new Thread(() -> offer(container, offer), "docker");
        docker.setDaemon(true);
        docker.start();
        try {
            TestServer server = offer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            log.info("Tests use a container of {}", IMAGE);
            return server;
        } catch (TimeoutException late) {
            offer.cancel(false);
            docker.interrupt();
            return instead(embedded, "Docker gave no container of " + IMAGE + " in " + patience.toSeconds() + " s");
        } catch (ExecutionException failed) {
            return instead(
                    embedded,
                    String.valueOf(Objects.requireNonNull(failed.getCause()).getMessage()));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A container that comes after the tests have gone another way is stopped again. */
    private static void offer(Callable<TestServer> container, CompletableFuture<TestServer> offer) {
        try {
            TestServer server = container.call();
            if (!offer.complete(server)) {
                server.stop().run();
            }
        } catch (Exception failed) {
            offer.completeExceptionally(failed);
        }
    }

    private static TestServer instead(Callable<TestServer> embedded, String reason) {
        log.info(
                "Tests use the embedded PostgreSQL: {}",
                reason.lines().findFirst().orElse("no reason given"));
        try {
            return embedded.call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @SuppressWarnings("resource") // it ends with the JVM
    private static TestServer container() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("no Docker engine answers");
        }
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.start();
        String prefix = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
        return new TestServer(prefix, container.getUsername(), container.getPassword(), container::stop);
    }

    @SuppressWarnings("resource") // it ends with the JVM
    private static TestServer embedded() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        String prefix = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/";
        return new TestServer(prefix, "postgres", "postgres", () -> {});
    }

    String url(String database) {
        return prefix + database;
    }
}
