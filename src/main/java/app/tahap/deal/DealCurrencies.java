package app.tahap.deal;

import app.tahap.money.CurrenciesInUse;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The currencies of deals that are not valued for good: open ones, and those closed when no rate was known. */
@Repository
class DealCurrencies implements CurrenciesInUse {

    private final JdbcClient jdbc;

    DealCurrencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> codes() {
        return jdbc.sql("""
                        select distinct currency from deal
                         where deleted_at is null and amount is not null and (outcome = 'OPEN' or rate is null)
                        """).query(String.class).set();
    }
}
