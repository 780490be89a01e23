package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@DatabaseTest
class DealLogTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    DealLog log;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    List<Stage> stages;
    long deal;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update deal_event set amount = 0",
                "update deal_event set kind = kind where id = (select max(id) from deal_event)",
                "delete from deal_event",
                "truncate deal_event",
                "truncate deal_event cascade",
                "truncate deal cascade"
            })
    void isNeitherChangedNorEmptied(String sql) {
        List<Map<String, Object>> events =
                jdbc.sql("select * from deal_event").query().listOfRows();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(sql).update())
                .havingRootCause()
                .withMessageMatching("(?s).*(append-only|referenced in a foreign key).*");
        assertThat(jdbc.sql("select * from deal_event").query().listOfRows())
                .isEqualTo(events)
                .isNotEmpty();
    }

    /** The event names an actor whom the database does not know, so appending it fails after the deal was changed. */
    @Test
    void takesTheDealBackWhereAnEventCannotBeAppended() {
        Viewer nobody = new Viewer(
                999_999,
                "Nobody",
                "nobody@example.com",
                Role.ADMINISTRATOR,
                null,
                ani.visibility(),
                ani.locale(),
                ani.theme(),
                ani.workspace(),
                ani.baseCurrency(),
                ani.zone(),
                ani.fiscalYearStart(),
                true);
        DealMove move = new DealMove(stages.get(2).id(), null, null, fixtures.version(deal), null);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> deals.move(deal, move, nobody));

        assertThat(jdbc.sql("select stage_id from deal").query(Long.class).single())
                .isEqualTo(stages.get(0).id());
        assertThat(jdbc.sql("select kind from deal_event").query(String.class).list())
                .containsExactly("CREATED");
        assertThat(jdbc.sql("select count(*) from stage_stay where left_at is null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void isAppendedToOnlyInTheTransactionThatChangesTheDeal() {
        DealEvent event =
                DealFixtures.deal(DealFixtures.stage(1, "Prospecting", "0.05")).delete(DealFixtures.change(1, "1"));

        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> log.append(event));
    }

    @Test
    void answersARepeatedRequestWithoutWritingAgain() {
        UUID key = UUID.randomUUID();
        DealMove move = new DealMove(stages.get(2).id(), null, null, fixtures.version(deal), key);

        assertThat(deals.move(deal, move, ani)).isEqualTo(deals.move(deal, move, ani));
        assertThat(jdbc.sql("select count(*) from deal_event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
