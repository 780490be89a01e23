package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealSql;
import app.tahap.deal.DealTrait;
import app.tahap.deal.Outcome;
import app.tahap.money.Money;
import app.tahap.web.Paging;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the open deals that fail basic criteria, or have stalled with little engagement, with one query. Deals that sleep, and those whose advice was put aside, are left out.
 */
@Repository
class LettingGo {

    private static final String LOW = "d.score < :low and q.coverage >= :coverage";

    /** Last events and notes stand in the deal itself, all else in its journal. */
    private static final String QUIET = """
            d.last_activity_at < :quietSince and %s
            and not exists (select from deal_journal j where j.deal_id = d.id and j.occurred_at >= :quietSince)
            """.formatted(DealSql.ROTTING);

    private static final String FOUND = """
            from (select d.id, coalesce(q.failed, false) as failed, coalesce(%s, false) as low, coalesce(%s, false) as quiet,
                         d.last_activity_at
                    from deal d
                    join stage s on s.id = d.stage_id
                    left join stage_pace p on p.stage_id = d.stage_id
                    left join qualification_standing q on q.deal_id = d.id
                   where %s
                     and (q.failed or d.score < :low or d.last_activity_at < :quietSince)
                     and not exists (select from qualification_snooze z where z.deal_id = d.id and z.until > :today)) f
             where f.failed or f.low or f.quiet
            """;

    private static final String ROWS = """
            select d.id, d.version, d.title, o.name as organization, u.name as owner, s.name as stage, d.amount, d.currency,
                   d.score, q.coverage, f.low, f.total, case when not %s then d.stage_entered_at end as entered,
                   case when f.quiet then greatest(d.last_activity_at,
                        (select max(j.occurred_at) from deal_journal j where j.deal_id = d.id)) end as quiet_since,
                   array(select c.name || ': ' || c.words[1]
                           from qualification_choice p
                           join qualification_criterion c on c.framework_id = p.framework_id
                           join qualification_answer n on n.criterion_id = c.id and n.deal_id = d.id
                          where p.pipeline_id = d.pipeline_id and c.archived_at is null and c.essential and n.rating = 0
                          order by c.position) as failures,
                   case when f.failed or f.low
                        then (select c.reason_id
                                from qualification_choice p
                                join qualification_criterion c on c.framework_id = p.framework_id
                                join qualification_answer n on n.criterion_id = c.id and n.deal_id = d.id
                               where p.pipeline_id = d.pipeline_id and c.archived_at is null and c.reason_id is not null
                                 and n.rating is not null
                               order by n.rating, c.essential desc, c.weight desc limit 1)
                        else :quietReason end as reason_id
              from (select f.*, count(*) over () as total %s
                     order by f.failed::int + f.low::int + f.quiet::int desc, f.last_activity_at, f.id
                    offset :offset limit :limit) f
              join deal d on d.id = f.id
              join stage s on s.id = d.stage_id
              join users u on u.id = d.owner_id
              left join organization o on o.id = d.organization_id
              left join qualification_standing q on q.deal_id = d.id
             order by f.failed::int + f.low::int + f.quiet::int desc, f.last_activity_at, f.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LettingGo(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private int count(DealCriteria criteria, SettingsForm settings, Viewer viewer) {
        DealSql filter = filter(criteria, viewer);
        return statement("select count(*) " + found(filter), filter, settings, viewer)
                .query(Integer.class)
                .single();
    }

    /**
     * A page of them, those with most reasons first, then those that were quiet for longest. They are counted on the way;
     * only a page behind the last one costs a query more.
     */
    Page page(DealCriteria criteria, SettingsForm settings, int wanted, int size, Viewer viewer) {
        Page page = read(criteria, settings, new Paging(Math.max(1, wanted), size, 0), viewer);
        if (!page.rows().isEmpty() || wanted <= 1) {
            return page;
        }
        return read(criteria, settings, Paging.of(wanted, size, count(criteria, settings, viewer)), viewer);
    }

    private Page read(DealCriteria criteria, SettingsForm settings, Paging asked, Viewer viewer) {
        DealSql filter = filter(criteria, viewer);
        AtomicLong total = new AtomicLong();
        List<LettingGoRow> rows = statement(
                        ROWS.formatted(DealSql.ENTRY_UNKNOWN, found(filter)), filter, settings, viewer)
                .param("quietReason", settings.quietReasonId(), Types.BIGINT)
                .param("offset", asked.offset())
                .param("limit", asked.size())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return map(row, viewer);
                })
                .list();
        return new Page(rows, new Paging(asked.number(), asked.size(), total.get()));
    }

    record Page(List<LettingGoRow> rows, Paging paging) {}

    private DealSql filter(DealCriteria criteria, Viewer viewer) {
        DealCriteria open = criteria.but()
                .outcome(Outcome.OPEN)
                .build()
                .but()
                .and(DealTrait.AWAKE)
                .build();
        return DealSql.of(open, viewer, viewer.today(clock));
    }

    private static String found(DealSql filter) {
        return FOUND.formatted(LOW, QUIET, filter.where());
    }

    private JdbcClient.StatementSpec statement(String sql, DealSql filter, SettingsForm settings, Viewer viewer) {
        Integer days = settings.quietDays();
        return jdbc.sql(sql)
                .params(filter.parameters())
                .param("today", viewer.today(clock))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "quietSince",
                        clock.instant()
                                .minus(Duration.ofDays(days == null ? 0 : days))
                                .atOffset(ZoneOffset.UTC))
                .param("low", settings.lowScore())
                .param("coverage", settings.coverage());
    }

    private LettingGoRow map(ResultSet row, Viewer viewer) throws SQLException {
        Array failures = row.getArray("failures");
        return new LettingGoRow(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("organization"),
                row.getString("owner"),
                row.getString("stage"),
                Money.ofNullable(row.getBigDecimal("amount"), row.getString("currency")),
                number(row, "score"),
                number(row, "coverage"),
                Arrays.asList((String[]) failures.getArray()),
                row.getBoolean("low"),
                days(row.getTimestamp("quiet_since"), viewer),
                days(row.getTimestamp("entered"), viewer),
                row.getObject("reason_id", Long.class),
                UUID.randomUUID());
    }

    private @Nullable Long days(@Nullable Timestamp since, Viewer viewer) {
        return since == null ? null : ChronoUnit.DAYS.between(viewer.dateOf(since.toInstant()), viewer.today(clock));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
