package app.tahap.proposal;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/**
 * The sums of a proposal's lines, without optional ones.
 *
 * @param gross before discounts
 * @param reduction all discounts
 * @param net gross - reduction, before tax
 * @param cost of the lines whose cost is known, rounded to the minor unit
 * @param costedNet the net of those lines, with which their cost can be compared
 */
@Embeddable
record Totals(
        BigDecimal gross, BigDecimal reduction, BigDecimal net, BigDecimal tax, BigDecimal cost, BigDecimal costedNet) {

    static Totals of(List<LineItem> lines, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        List<LineItem> counted = lines.stream().filter(line -> !line.optional()).toList();
        List<LineItem> costed =
                counted.stream().filter(line -> line.unitCost() != null).toList();
        return new Totals(
                sum(counted, LineItem::gross),
                sum(counted, LineItem::reduction),
                sum(counted, LineItem::net),
                sum(counted, LineItem::tax),
                costed.stream()
                        .map(Totals::cost)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(digits, RoundingMode.HALF_EVEN),
                sum(costed, LineItem::net));
    }

    BigDecimal total() {
        return net.add(tax);
    }

    private static BigDecimal cost(LineItem line) {
        BigDecimal cost = line.cost();
        return cost == null ? BigDecimal.ZERO : cost;
    }

    private static BigDecimal sum(List<LineItem> lines, Function<LineItem, BigDecimal> part) {
        return lines.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
