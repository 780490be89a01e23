package app.tahap.report;

import app.tahap.deal.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one period, from which its key figures follow. Money is in the base currency.
 *
 * @param valued how many of the won deals have an amount, and a rate at their closing
 * @param value the sum of those
 * @param medianValue the median of those; null where there is none
 * @param withoutAmount how many of the won deals have no amount
 * @param unvalued how many of the won deals have an amount but no rate
 * @param cycles of how many of the won deals the creation is known
 * @param cycleMedian days from creation to winning; null where unknown
 * @param cycleP80 days within which four of five were won
 * @param open how many deals were open at the end of the period, or are now
 */
public record PeriodFigures(
        Period period,
        long won,
        long lost,
        long disqualified,
        long valued,
        BigDecimal value,
        @Nullable Double medianValue,
        long withoutAmount,
        long unvalued,
        long cycles,
        @Nullable Double cycleMedian,
        @Nullable Double cycleP80,
        long open) {

    /** Days. */
    private static final double SHOWN_AS_ZERO = 0.05;

    static PeriodFigures of(Which which, ReportData data, Scope scope) {
        long won = data.closed(which, Outcome.WON, ClosedDeals.Row::deals);
        long valued = data.closed(which, Outcome.WON, ClosedDeals.Row::valued);
        long withoutAmount = data.closed(which, Outcome.WON, ClosedDeals.Row::withoutAmount);
        ClosedDeals.Spread spread = data.spreads().stream()
                .filter(row -> row.which() == which)
                .findFirst()
                .orElse(new ClosedDeals.Spread(which, null, 0, null, null));
        return new PeriodFigures(
                scope.period(which),
                won,
                data.closed(which, Outcome.LOST, ClosedDeals.Row::deals),
                data.closed(which, Outcome.DISQUALIFIED, ClosedDeals.Row::deals),
                valued,
                data.wonValue(which),
                spread.medianValue(),
                withoutAmount,
                won - valued - withoutAmount,
                spread.cycles(),
                spread.cycleMedian(),
                spread.cycleP80(),
                data.openAtEnd(which).all());
    }

    /** Won of won and lost; disqualified deals were no chances. */
    public Proportion winRate() {
        return new Proportion(won, won + lost);
    }

    /** Won of all that was closed, disqualified deals included. */
    public Proportion broadWinRate() {
        return new Proportion(won, won + lost + disqualified);
    }

    /** Whether there are won deals that the average cannot count. */
    public boolean leavesOutValues() {
        return valued < won;
    }

    /** Whether there are won deals, but not one of them has a value. */
    public boolean isValueUnknown() {
        return won > 0 && valued == 0;
    }

    /** Null where no won deal has a value. */
    public @Nullable BigDecimal averageSize() {
        return valued == 0 ? null : value.divide(BigDecimal.valueOf(valued), 6, RoundingMode.HALF_EVEN);
    }

    /**
     * Money that the pipeline turns out per day: open deals x average won deal x win rate / median sales cycle. Null where a
     * factor is unknown, or the cycle is so short that it shows as 0 days: what is divided by it says nothing.
     */
    public @Nullable BigDecimal velocity() {
        BigDecimal size = averageSize();
        Double share = winRate().share();
        if (size == null || share == null || cycleMedian == null || cycleMedian <= SHOWN_AS_ZERO) {
            return null;
        }
        return size.multiply(BigDecimal.valueOf(open))
                .multiply(BigDecimal.valueOf(share))
                .divide(BigDecimal.valueOf(cycleMedian), MathContext.DECIMAL64);
    }
}
