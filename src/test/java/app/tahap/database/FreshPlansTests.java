package app.tahap.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class FreshPlansTests {

    /** As often as no plan is kept any more for the values of one run alone. */
    private static final int OFTEN = 12;

    @Autowired
    FreshPlans fresh;

    @Autowired
    JdbcClient usual;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void keepsNoPlanThatIsMeantForAnyValues() {
        assertThat(kept(usual::sql)).isEqualTo(1);
        assertThat(kept(fresh::sql)).isZero();
    }

    @Test
    void runsInTheTransactionThatIsGoingOn() {
        String query = "select pg_current_xact_id()::text";

        transactions.executeWithoutResult(
                status -> assertThat(fresh.sql(query).query(String.class).single())
                        .isEqualTo(usual.sql(query).query(String.class).single()));
    }

    @Test
    void sharesASumInTodaysRatesAmongWorkers() {
        String sum = """
                explain select sum(e.rate * r.rate) from exchange_rate e left join rates_on(date '2026-05-20') r
                     on r.currency = e.currency
                """;
        List<String> plan = transactions.execute(status -> {
            usual.sql("set local parallel_setup_cost = 0").update();
            usual.sql("set local parallel_tuple_cost = 0").update();
            usual.sql("set local min_parallel_table_scan_size = 0").update();
            return usual.sql(sum).query(String.class).list();
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains("Parallel"));
    }

    private int kept(Function<String, StatementSpec> database) {
        String query = "select count(*) from users where id < :id and 'kept by " + database.hashCode() + "' <> ''";
        Integer plans = transactions.execute(status -> {
            for (int i = 0; i < OFTEN; i++) {
                database.apply(query).param("id", i).query(Integer.class).single();
            }
            return usual.sql("select count(*) from pg_prepared_statements where statement like :query")
                    .param("query", "%kept by " + database.hashCode() + "%")
                    .query(Integer.class)
                    .single();
        });
        return plans == null ? -1 : plans;
    }
}
