package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.database.FreshPlans;
import app.tahap.money.Money;
import app.tahap.money.MoneyTotal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Counts and sums up the deals of a list, as far as the viewer may see them. */
@Repository
class DealTotals {

    private static final String RATES = "left join rates_on(:day) r on r.currency = d.currency";

    private static final String PACE = """
            left join stage s on s.id = d.stage_id
                      left join stage_pace p on p.stage_id = d.stage_id""";

    /**
     * Summed up by what closed deals' rates were; only then are today's looked up for the open ones. Joins are left out where
     * nothing asks for them, since the planner does not read the index of sums (V0536) alone where it has left one out itself.
     */
    private static final String TOTALS = """
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

    private final FreshPlans database;
    private final Clock clock;

    DealTotals(FreshPlans database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Part(
            Outcome outcome,
            int deals,
            @Nullable BigDecimal amount,
            String currency,
            @Nullable BigDecimal rate,
            @Nullable LocalDate validFrom) {}

    /** How many deals match, and their total: closed ones at the rate of their closing, open ones at today's. */
    Summary of(DealCriteria criteria, Viewer viewer) {
        DealSql filter = DealSql.of(criteria, viewer, viewer.today(clock));
        List<Part> parts = database.sql(TOTALS.formatted(pace(filter.where()), rates(filter.where()), filter.where()))
                .params(filter.parameters())
                .param("day", viewer.today(clock))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Part.class)
                .list();
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

    private static String pace(String asked) {
        return asked.contains("p.p80_days") ? PACE : "";
    }

    /** The join with today's rates, where it is asked for: the planner cannot tell that it is not. */
    static String rates(String asked) {
        return asked.contains("r.rate") ? RATES : "";
    }

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
