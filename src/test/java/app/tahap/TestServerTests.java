package app.tahap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TestServerTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final TestServer container = server("container", stopped::countDown);
    private final TestServer embedded = server("embedded", () -> {});

    @Test
    void isAContainerWhereDockerGivesOne(CapturedOutput output) {
        assertThat(TestServer.choose(() -> container, () -> embedded, LONG)).isEqualTo(container);

        assertThat(output).containsOnlyOnce("Tests use").contains("a container of postgres:18");
        assertThat(stopped.getCount()).isOne();
    }

    @Test
    void isEmbeddedWhereDockerRefuses(CapturedOutput output) {
        TestServer server = TestServer.choose(
                () -> {
                    throw new IllegalStateException("no Docker engine answers\nand much more");
                },
                () -> embedded,
                LONG);

        assertThat(server).isEqualTo(embedded);
        assertThat(output)
                .containsOnlyOnce("Tests use")
                .contains("the embedded PostgreSQL: no Docker engine answers")
                .doesNotContain("and much more");
    }

    @Test
    @Timeout(10)
    void isEmbeddedWhereDockerHangs(CapturedOutput output) {
        TestServer server = TestServer.choose(
                () -> {
                    stopped.await();
                    return container;
                },
                () -> embedded,
                SHORT);

        assertThat(server).isEqualTo(embedded);
        assertThat(output)
                .containsOnlyOnce("Tests use")
                .contains("the embedded PostgreSQL: Docker gave no container of postgres:18 in 0 s");
    }

    @Test
    @Timeout(10)
    void stopsAContainerThatComesTooLate() throws InterruptedException {
        CountDownLatch chosen = new CountDownLatch(1);
        TestServer server = TestServer.choose(
                () -> {
                    awaitInSpiteOfInterrupts(chosen);
                    return container;
                },
                () -> embedded,
                SHORT);
        assertThat(server).isEqualTo(embedded);

        chosen.countDown();

        assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitInSpiteOfInterrupts(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private static TestServer server(String name, Runnable stop) {
        return new TestServer("jdbc:postgresql://" + name + "/", "user", "password", stop);
    }
}
