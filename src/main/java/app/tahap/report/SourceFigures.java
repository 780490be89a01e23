package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.deal.DateRange;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealSql;
import app.tahap.deal.DealTrait;
import app.tahap.deal.Outcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what became of the deals of each source and campaign that were created in a period, and what they cost. */
@Repository
class SourceFigures {

    private static final String DEALS = """
            select d.source_id, d.campaign_id, d.outcome, count(*) as deals,
                   count(d.amount * d.rate) as valued, count(*) - count(d.amount) as without_amount,
                   coalesce(sum(d.amount * d.rate), 0) as value
              from deal d where %s group by 1, 2, 3
            """;

    /** Each at the rate of its own day, so that a figure of the past does not change with today's rates. */
    private static final String COSTS = """
            select coalesce(a.source_id, c.source_id) as source_id, a.campaign_id, a.currency,
                   coalesce(sum(a.amount * r.rate), 0) as valued, count(r.rate) as rated,
                   sum(a.amount) filter (where r.rate is null) as unvalued
              from acquisition_cost a
              left join campaign c on c.id = a.campaign_id
              left join lateral (
                   select 1::numeric as rate where a.currency = :base
                    union all
                   (select x.rate from exchange_rate x
                     where a.currency <> :base and x.currency = a.currency and x.valid_from <= a.spent_on
                     order by x.valid_from desc limit 1)) r on true
             where a.removed_at is null and a.spent_on between :from and :to
             group by 1, 2, 3
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SourceFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The figures of a period.
     *
     * @param scope the pipeline, owner or team whose deals are counted; costs are known for the whole workspace alone, and
     *     left out where that is not what is asked for, or not what the viewer sees
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public SourcesView show(Period period, DealCriteria scope, Viewer viewer) {
        DealCriteria created = scope.but()
                .created(new DateRange(period.start(), period.last()))
                .build();
        List<Deals> deals = deals(created, viewer);
        boolean withCosts = scope.equals(DealCriteria.NONE) && viewer.visibility() == Visibility.EVERYONE;
        List<Cost> costs = withCosts ? costs(period, viewer) : List.of();
        Map<Long, String> sources = names("select id, label as name from lead_source");
        Map<Long, String> campaigns = names("select id, name from campaign");
        DealCriteria unknown = scope.but().and(DealTrait.CREATION_UNKNOWN).build();
        return new SourcesView(
                period,
                rows(
                        deals,
                        costs,
                        Deals::sourceId,
                        Cost::sourceId,
                        sources,
                        (id, criteria) -> id == null
                                ? criteria.but().and(DealTrait.WITHOUT_SOURCE).build()
                                : criteria.but().source(id).build(),
                        created,
                        withCosts,
                        viewer),
                rows(
                        deals.stream().filter(row -> row.campaignId() != null).toList(),
                        costs.stream().filter(row -> row.campaignId() != null).toList(),
                        Deals::campaignId,
                        Cost::campaignId,
                        campaigns,
                        (id, criteria) -> criteria.but().campaign(id).build(),
                        created,
                        withCosts,
                        viewer),
                row(null, deals, costs, created, withCosts, viewer),
                withCosts,
                new DealCount(count(unknown, viewer), unknown));
    }

    private List<SourceRow> rows(
            List<Deals> deals,
            List<Cost> costs,
            Function<Deals, @Nullable Long> keyOfDeals,
            Function<Cost, @Nullable Long> keyOfCosts,
            Map<Long, String> names,
            BiFunction<@Nullable Long, DealCriteria, DealCriteria> narrow,
            DealCriteria created,
            boolean withCosts,
            Viewer viewer) {
        Map<Long, List<Deals>> byKey =
                new TreeMap<>(deals.stream().collect(Collectors.groupingBy(row -> orNone(keyOfDeals.apply(row)))));
        costs.forEach(cost -> byKey.computeIfAbsent(orNone(keyOfCosts.apply(cost)), key -> new ArrayList<>()));
        return byKey.entrySet().stream()
                .map(entry -> {
                    Long key = entry.getKey() == 0 ? null : entry.getKey();
                    return row(
                            key == null ? null : names.get(key),
                            entry.getValue(),
                            costs.stream()
                                    .filter(cost -> orNone(keyOfCosts.apply(cost)) == entry.getKey())
                                    .toList(),
                            narrow.apply(key, created),
                            withCosts,
                            viewer);
                })
                .sorted(SourceRow.ORDER)
                .toList();
    }

    private static long orNone(@Nullable Long id) {
        return id == null ? 0 : id;
    }

    private static SourceRow row(
            @Nullable String name,
            List<Deals> deals,
            List<Cost> costs,
            DealCriteria criteria,
            boolean withCosts,
            Viewer viewer) {
        return SourceRow.of(name, deals, withCosts ? costs : null, criteria, viewer.baseCurrency());
    }

    private List<Deals> deals(DealCriteria criteria, Viewer viewer) {
        DealSql filter = DealSql.of(criteria, viewer, viewer.today(clock));
        return jdbc.sql(DEALS.formatted(filter.where()))
                .params(filter.parameters())
                .query(Deals.class)
                .list();
    }

    private long count(DealCriteria criteria, Viewer viewer) {
        DealSql filter = DealSql.of(criteria, viewer, viewer.today(clock));
        return jdbc.sql("select count(*) from deal d where " + filter.where())
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }

    private List<Cost> costs(Period period, Viewer viewer) {
        return jdbc.sql(COSTS)
                .param("base", viewer.baseCurrency().getCurrencyCode())
                .param("from", period.start())
                .param("to", period.last())
                .query(Cost.class)
                .list();
    }

    private Map<Long, String> names(String sql) {
        Map<Long, String> names = new TreeMap<>();
        jdbc.sql(sql).query(row -> {
            names.put(row.getLong("id"), row.getString("name"));
        });
        return names;
    }

    /** Deals of a source and a campaign by outcome. */
    record Deals(
            @Nullable Long sourceId,
            @Nullable Long campaignId,
            Outcome outcome,
            long deals,
            long valued,
            long withoutAmount,
            BigDecimal value) {}

    /**
     * Costs in a currency.
     *
     * @param valued in the base currency
     * @param unvalued in their own, of days without a rate; null where there is none
     */
    record Cost(
            @Nullable Long sourceId,
            @Nullable Long campaignId,
            String currency,
            BigDecimal valued,
            long rated,
            @Nullable BigDecimal unvalued) {}
}
