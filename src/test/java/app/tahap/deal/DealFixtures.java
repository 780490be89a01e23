package app.tahap.deal;

import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/** Deals and stages as if they were stored, for tests without a database. */
final class DealFixtures {

    static final Instant MONDAY = Instant.parse("2026-05-18T03:00:00Z");
    static final long ANI = 7;

    private DealFixtures() {}

    static Pipeline pipeline(long id) {
        return stored(new Pipeline("Sales", 1, MONDAY), id);
    }

    static Stage stage(long id, String name, String probability) {
        return stage(pipeline(1), id, name, probability);
    }

    static Stage stage(Pipeline pipeline, long id, String name, String probability) {
        return stored(new Stage(pipeline, name, (int) id, new BigDecimal(probability), null, MONDAY), id);
    }

    static Deal deal(Stage stage) {
        return stored(new Deal(facts("1000", "EUR"), stage, "a0", MONDAY), 1);
    }

    static DealFacts facts(@Nullable String amount, String currency) {
        return new DealFacts(
                "Fifty laptops", amount == null ? null : new BigDecimal(amount), currency, null, ANI, null, null, null);
    }

    /** A change by Ani some hours after Monday morning, when a euro was worth as much as said. */
    static Change change(int hours, String rate) {
        return Change.now(ANI, MONDAY.plusSeconds(3600L * hours), null, new BigDecimal(rate));
    }

    static <T> T stored(T entity, long id) {
        ReflectionTestUtils.setField(entity, "id", id);
        return entity;
    }
}
