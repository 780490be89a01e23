package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.database.FreshPlans;
import app.tahap.field.FieldSql;
import app.tahap.field.FieldValues;
import app.tahap.money.Money;
import app.tahap.money.MoneyTotal;
import app.tahap.web.Paging;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

    private static final String RATES = "left join rates_on(:day) r on r.currency = d.currency";

    private static final String PACE = """
            left join stage s on s.id = d.stage_id
                      left join stage_pace p on p.stage_id = d.stage_id""";

    /**
     * Summed up by what closed deals' rates were; only then are today's looked up for the open ones. Joins are left out where
     * nothing asks for them, since the planner does not read the index of sums (V0536) alone where it has left one out itself.
     */
    private static final String SUMMARY = """
            select t.outcome, t.deals, t.amount, t.currency,
                   case when t.outcome = 'OPEN' then r.rate else t.closing_rate end as rate,
                   case when t.outcome = 'OPEN' then r.valid_from end as valid_from
              from (select count(*) as deals, sum(d.amount) as amount, d.currency, d.outcome,
                           case when d.outcome <> 'OPEN' then d.rate end as closing_rate
                      from deal d
                      %s
                      %s
                     where %s
                     group by 3, 4, 5) t
              left join rates_on(:day) r on r.currency = t.currency
            """;

    private static final String ALL = "deal d";

    private static final String NEWEST = "(select * from deal d where d.deleted_at is null order by %s limit :newest) d"
            .formatted(DealSort.CREATED.sql(true));

    /** One in how many of the matching deals a page may need at most for all to be gone through in order until it is full. */
    private static final int MANY = 50;

    /** The same for looking among the newest deals first, so many for each row: worth it where most deals match. */
    private static final int MOST = 500;

    private static final int NEWEST_PER_ROW = 10;

    private final FreshPlans database;
    private final Clock clock;

    DealList(FreshPlans database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What stands above the list and one page of it: the page asked for, or the nearest there is. */
    Page page(DealCriteria criteria, DealSort sort, boolean descending, int number, int size, Viewer viewer) {
        Summary summary = summary(criteria, viewer);
        Paging paging = Paging.of(number, size, summary.all().deals());
        long end = paging.offset() + paging.size();
        boolean many = sort.isIndexed(descending) && end * MANY <= summary.all().deals();
        boolean most = many && end * MOST <= summary.all().deals();
        String order = sort.sql(descending);
        List<DealRow> rows = List.of();
        if (most && criteria.asksOfFields() && !criteria.isDeleted()) {
            rows = rows(filter(criteria, FieldSql.Search.OF_FEW, viewer), NEWEST, order, paging, viewer);
        }
        if (rows.size() < paging.size()) {
            FieldSql.Search search = many ? FieldSql.Search.IN_ORDER : FieldSql.Search.BY_VALUE;
            rows = rows(filter(criteria, search, viewer), ALL, order, paging, viewer);
        }
        return new Page(summary, paging, rows);
    }

    private DealSql filter(DealCriteria criteria, FieldSql.Search search, Viewer viewer) {
        return DealSql.of(criteria, viewer, viewer.today(clock), search);
    }

    /** How many deals match, and their total: closed ones at the rate of their closing, open ones at today's. */
    private Summary summary(DealCriteria criteria, Viewer viewer) {
        DealSql filter = DealSql.of(criteria, viewer, viewer.today(clock));
        record Part(
                Outcome outcome,
                int deals,
                @Nullable BigDecimal amount,
                String currency,
                @Nullable BigDecimal rate,
                @Nullable LocalDate validFrom) {}
        String sql = SUMMARY.formatted(pace(filter.where()), rates(filter.where()), filter.where());
        List<Part> parts = statement(sql, filter, viewer).query(Part.class).list();
        Sum all = Sum.none(viewer);
        Map<Outcome, Sum> outcomes = new EnumMap<>(Outcome.class);
        for (Part part : parts) {
            Money amount = Money.ofNullable(part.amount(), part.currency());
            UnaryOperator<Sum> add = sum -> sum.plus(part.deals(), amount, part.rate(), part.validFrom());
            all = add.apply(all);
            outcomes.put(part.outcome(), add.apply(outcomes.getOrDefault(part.outcome(), Sum.none(viewer))));
        }
        return new Summary(all, outcomes);
    }

    private List<DealRow> rows(DealSql filter, String deals, String order, Paging paging, Viewer viewer) {
        String page = DEALS_OF_PAGE.formatted(deals, rates(filter.where() + order), filter.where(), order);
        String sql = ROWS.formatted(page, "true", order);
        return statement(sql, filter, viewer)
                .param("offset", paging.offset())
                .param("limit", paging.size())
                .param("newest", (paging.offset() + paging.size()) * NEWEST_PER_ROW)
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

    private static String pace(String asked) {
        return asked.contains("p.p80_days") ? PACE : "";
    }

    /** The planner cannot tell that today's rates are not asked for. */
    private static String rates(String asked) {
        return asked.contains("r.rate") ? RATES : "";
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

    record Page(Summary summary, Paging paging, List<DealRow> rows) {}

    /** What stands above a list. What is won, lost and open adds up to nothing that anyone asks for: so it is told apart. */
    record Summary(Sum all, Map<Outcome, Sum> outcomes) {}

    /** @param valueKnown whether any of the deals has an amount; without one their worth is unknown, not nothing */
    record Sum(int deals, MoneyTotal total, boolean valueKnown) {

        static Sum none(Viewer viewer) {
            return new Sum(0, MoneyTotal.zero(viewer.baseCurrency()), false);
        }

        Sum plus(int more, @Nullable Money amount, @Nullable BigDecimal rate, @Nullable LocalDate validFrom) {
            return amount == null
                    ? new Sum(deals + more, total, valueKnown)
                    : new Sum(deals + more, total.plus(amount, rate, validFrom), true);
        }
    }
}
