package app.tahap.deal;

import app.tahap.money.MoneyTotal;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the board; counts and totals cover all matching deals, the cards only the first ones.
 *
 * @param shown how many cards are on the page so far
 * @param next where more cards are to be had; null when all are shown
 * @param list the address of the list of the column's deals; null where no more cards are to be had
 */
record ColumnView(
        long stageId,
        String name,
        BigDecimal probability,
        int deals,
        int withoutAmount,
        MoneyTotal total,
        List<CardView> cards,
        int shown,
        @Nullable String next,
        @Nullable String list) {

    /** Whether anything is known of what the deals are worth in the base currency, or there are none. */
    public boolean isValueKnown() {
        return deals == 0 || withoutAmount < deals && !total.lacksRates();
    }

    public MoneyTotal weighted() {
        return total.times(probability);
    }

    ColumnView showing(
            List<CardView> newCards, int alreadyShown, @Nullable String nextPage, @Nullable String listPage) {
        int nowShown = alreadyShown + newCards.size();
        return new ColumnView(
                stageId,
                name,
                probability,
                deals,
                withoutAmount,
                total,
                newCards,
                nowShown,
                nowShown < deals ? nextPage : null,
                listPage);
    }
}
