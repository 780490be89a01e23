package app.tahap.closing;

import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealSql;
import app.tahap.deal.DealTrait;
import app.tahap.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the deals that are ready to close, the longest ready first. */
@Repository
class ReadyDeals {

    static final DealCriteria READY =
            DealCriteria.NONE.but().and(DealTrait.READY).build();

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadyDeals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long count(Viewer viewer) {
        DealSql filter = DealSql.of(READY, viewer, viewer.today(clock));
        return jdbc.sql("select count(*) from deal d where " + filter.where())
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }

    List<Row> rows(Viewer viewer, long offset, int size) {
        DealSql filter = DealSql.of(READY, viewer, viewer.today(clock));
        return jdbc.sql("""
                        select d.id, d.title, o.name as organization, s.name as stage, u.name as owner, d.amount, d.currency,
                               d.ready_since, d.next_step, d.next_step_due, d.next_step_time, d.expected_close,
                               array(select g.label from deal_signal t join closing_signal g on g.id = t.signal_id
                                      where t.deal_id = d.id order by g.position, g.id) as signals
                          from deal d
                          join stage s on s.id = d.stage_id
                          join users u on u.id = d.owner_id
                          left join organization o on o.id = d.organization_id
                         where %s
                         order by d.ready_since, d.id offset :offset limit :size
                        """.formatted(filter.where()))
                .params(filter.parameters())
                .param("offset", offset)
                .param("size", size)
                .query((row, number) -> map(row))
                .list();
    }

    private static Row map(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("title"),
                row.getString("organization"),
                row.getString("stage"),
                row.getString("owner"),
                Money.ofNullable(row.getBigDecimal("amount"), row.getString("currency")),
                Objects.requireNonNull(row.getTimestamp("ready_since")).toInstant(),
                List.of((String[]) row.getArray("signals").getArray()),
                row.getString("next_step"),
                row.getObject("next_step_due", LocalDate.class),
                row.getObject("next_step_time", LocalTime.class),
                row.getObject("expected_close", LocalDate.class));
    }

    /**
     * A deal that is ready to close.
     *
     * @param since when the signal was ticked that made it ready
     */
    record Row(
            long id,
            String title,
            @Nullable String organization,
            String stage,
            String owner,
            @Nullable Money money,
            Instant since,
            List<String> signals,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepDue,
            @Nullable LocalTime nextStepTime,
            @Nullable LocalDate expectedClose) {}
}
