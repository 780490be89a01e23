package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.database.FreshPlans;
import app.tahap.field.FieldSql;
import app.tahap.field.FieldValues;
import app.tahap.money.Money;
import app.tahap.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads lists of deals, as the viewer may see them. */
@Repository
class DealList {

    private static final String DELETED_BY = """
            case when d.deleted_at is not null then
                (select u2.name from deal_event e join users u2 on u2.id = e.actor_id
                  where e.deal_id = d.id and e.kind = 'DELETED' order by e.id desc limit 1)
            end""";

    private static final String ROWS =
            """
            select d.id, d.title, d.organization_id, o.name as organization, p2.name as person, pl.name as pipeline, s.name as stage,
                   d.outcome, re.label as reason, d.amount, d.currency, u.name as owner, so.label as source, ca.name as campaign,
                   %s as tags, d.score,
                   case when d.outcome = 'OPEN' then d.next_step end as next_step, d.next_step_due, d.next_step_time,
                   d.last_activity_at,
                   d.expected_close, case when d.created_known then d.created_at end as created_at, d.closed_at,
                   d.parked_until, %s as stage_known, d.deleted_at, %s as deleted_by,
                   d.deleted_at is not null and %s as replaced, d.fields::text as fields
              from %s
              join stage s on s.id = d.stage_id
              join pipeline pl on pl.id = d.pipeline_id
              join users u on u.id = coalesce(d.closing_owner_id, d.owner_id)
              left join stage_pace p on p.stage_id = d.stage_id
              left join organization o on o.id = d.organization_id
              left join person p2 on p2.id = d.person_id
              left join outcome_reason re on re.id = d.reason_id
              left join lead_source so on so.id = d.source_id
              left join campaign ca on ca.id = d.campaign_id
              left join rates_on(:day) r on r.currency = d.currency
             where %s
             order by %s
            """.formatted(Tag.LIST, "not " + DealSql.STAGE_UNKNOWN, DELETED_BY, DealSql.REPLACED, "%s", "%s", "%s");

    /**
     * Which deals a page shows, found before anything is read about them; joins that nothing asks for cost nothing. They
     * come first of all that is joined, since the planner leaves the order of so many as it is written.
     */
    private static final String DEALS_OF_PAGE = """
            (select d.id
                       from %s
                       left join stage s on s.id = d.stage_id
                       left join stage_pace p on p.stage_id = d.stage_id
                       left join users u on u.id = coalesce(d.closing_owner_id, d.owner_id)
                       left join organization o on o.id = d.organization_id
                       %s
                      where %s
                      order by %s
                     offset :offset limit :limit) page join deal d on d.id = page.id
            """;

    /** The newest deals, with a column in whose order the planner knows them to be: they are read until the page is full. */
    private static final String NEWEST = """
            (select d.*, %s as newest from deal d where d.deleted_at is null
                              order by newest desc nulls last, id desc limit :newest) d""".formatted(DealSort.CREATED.expression());

    private static final String NEWEST_FIRST = "d.newest desc nulls last, d.id desc";

    /** Where so many times as many match as the page needs, deals are gone through in order until it is full. */
    private static final int MANY = 50;

    /** Where so many times as many match, {@link #MANY} of the newest for each of its rows are gone through first. */
    private static final int MOST = 500;

    private final FreshPlans database;
    private final DealTotals totals;
    private final Clock clock;

    DealList(FreshPlans database, DealTotals totals, Clock clock) {
        this.database = database;
        this.totals = totals;
        this.clock = clock;
    }

    /** What stands above the list and one page of it: the page asked for, or the nearest there is. */
    Page page(DealCriteria criteria, DealSort sort, boolean descending, int number, int size, Viewer viewer) {
        DealTotals.Summary summary = totals.of(criteria, viewer);
        Paging paging = Paging.of(number, size, summary.all().deals());
        String order = sort.sql(descending);
        long end = paging.offset() + paging.size();
        boolean many = sort.isIndexed(descending) && end * MANY <= paging.total();
        boolean most = many && end * MOST <= paging.total() && criteria.asksOfFields() && !criteria.isDeleted();
        List<DealRow> rows = List.of();
        if (most) {
            DealSql filter = filter(criteria, FieldSql.Search.OF_FEW, viewer);
            rows = rows(filter, page(NEWEST, filter, NEWEST_FIRST), order, paging, viewer);
        }
        if (rows.size() < paging.size()) {
            DealSql filter = filter(criteria, many ? FieldSql.Search.IN_ORDER : FieldSql.Search.BY_VALUE, viewer);
            rows = rows(filter, page("deal d", filter, order), order, paging, viewer);
        }
        return new Page(summary, paging, rows);
    }

    private DealSql filter(DealCriteria criteria, FieldSql.Search search, Viewer viewer) {
        return DealSql.of(criteria, viewer, viewer.today(clock), search);
    }

    private static String page(String deals, DealSql filter, String order) {
        return DEALS_OF_PAGE.formatted(deals, DealTotals.rates(filter.where() + order), filter.where(), order);
    }

    private List<DealRow> rows(DealSql filter, String page, String order, Paging paging, Viewer viewer) {
        return statement(ROWS.formatted(page, "true", order), filter, viewer)
                .param("offset", paging.offset())
                .param("limit", paging.size())
                .param("newest", (paging.offset() + paging.size()) * MANY)
                .query((row, number) -> map(row, viewer))
                .list();
    }

    /** Hands over every matching deal, some at a time, so that their number does not matter. */
    @Transactional(readOnly = true)
    public void forEach(
            DealCriteria criteria,
            DealSort sort,
            boolean descending,
            Viewer viewer,
            int most,
            Consumer<List<DealRow>> consumer) {
        DealSql filter = DealSql.of(criteria, viewer, viewer.today(clock));
        List<DealRow> rows = new ArrayList<>();
        statement(ROWS.formatted("deal d", filter.where(), sort.sql(descending)), filter, viewer)
                .query(row -> {
                    rows.add(map(row, viewer));
                    if (rows.size() == most) {
                        consumer.accept(List.copyOf(rows));
                        rows.clear();
                    }
                });
        if (!rows.isEmpty()) {
            consumer.accept(rows);
        }
    }

    private JdbcClient.StatementSpec statement(String sql, DealSql filter, Viewer viewer) {
        return database.sql(sql)
                .params(filter.parameters())
                .param("day", viewer.today(clock))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private DealRow map(ResultSet row, Viewer viewer) throws SQLException {
        return new DealRow(
                row.getLong("id"),
                row.getString("title"),
                row.getObject("organization_id", Long.class),
                row.getString("organization"),
                row.getString("person"),
                row.getString("pipeline"),
                row.getString("stage"),
                row.getBoolean("stage_known"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                Money.ofNullable(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("owner"),
                row.getString("source"),
                row.getString("campaign"),
                Tag.list(row.getString("tags")),
                row.getObject("score", Integer.class),
                StepView.of(row, viewer, clock),
                row.getObject("expected_close", LocalDate.class),
                instant(row.getTimestamp("created_at")),
                instant(row.getTimestamp("closed_at")),
                row.getTimestamp("last_activity_at").toInstant(),
                row.getObject("parked_until", LocalDate.class),
                instant(row.getTimestamp("deleted_at")),
                row.getString("deleted_by"),
                row.getBoolean("replaced"),
                FieldValues.ofJson(row.getString("fields")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    record Page(DealTotals.Summary summary, Paging paging, List<DealRow> rows) {}
}
