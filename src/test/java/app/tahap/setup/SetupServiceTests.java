package app.tahap.setup;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.pipeline.Template;
import app.tahap.web.RuleException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SetupServiceTests {

    @Autowired
    SetupService setup;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void prepare() {
        fixtures.clear();
    }

    @Test
    void letsOneOfTwoAtOnceSetUp() throws InterruptedException {
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Callable<Long>> attempts = List.of(() -> setup.setUp(form("First")), () -> setup.setUp(form("Second")));

        List<Future<Long>> results = both.invokeAll(attempts);
        both.shutdown();

        assertThat(results.stream().filter(SetupServiceTests::isRefused)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from workspace")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from users").query(Integer.class).single())
                .isOne();
    }

    private static boolean isRefused(Future<Long> result) {
        try {
            return result.get() < 0;
        } catch (ExecutionException refused) {
            assertThat(refused.getCause())
                    .isInstanceOfSatisfying(RuleException.class, rule -> assertThat(rule.messageKey())
                            .isEqualTo("setup.done"));
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static SetupForm form(String name) {
        return new SetupForm(
                name,
                Currency.getInstance("USD"),
                ZoneId.of("UTC"),
                "en",
                "Ani",
                name + "@example.com",
                "a sentence of our own",
                Template.FOUR,
                false,
                null);
    }
}
