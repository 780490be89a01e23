package app.tahap.negotiation;

import app.tahap.money.Money;
import app.tahap.proposal.Margin;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval with what was asked, and what was decided.
 *
 * @param discount the share of the list price that was to be taken off
 * @param largest the largest share taken off one line
 * @param discountLimit what the requester may give without asking; null where that was not what stood against it
 * @param outcome null while it waits
 * @param drafted whether the proposal has a draft now
 * @param current whether that draft offers what was asked
 */
record ApprovalRow(
        long id,
        long dealId,
        String deal,
        long proposalId,
        String reference,
        int number,
        String fingerprint,
        String currency,
        BigDecimal list,
        BigDecimal net,
        BigDecimal discount,
        BigDecimal largest,
        BigDecimal costedNet,
        BigDecimal cost,
        @Nullable BigDecimal discountLimit,
        @Nullable BigDecimal marginLimit,
        String reason,
        long requesterId,
        String requester,
        Instant requestedAt,
        @Nullable ApprovalOutcome outcome,
        @Nullable String decisionReason,
        @Nullable String decider,
        @Nullable Instant decidedAt,
        boolean drafted,
        boolean current) {

    public boolean isWaiting() {
        return outcome == null;
    }

    /** The key of the word for where it stands. */
    public String state() {
        return outcome == null ? "WAITING" : outcome.name();
    }

    public Money listMoney() {
        return new Money(list, currency);
    }

    public Money netMoney() {
        return new Money(net, currency);
    }

    public Margin margin() {
        return new Margin(net, costedNet, cost);
    }

    public @Nullable Money marginMoney() {
        return Money.ofNullable(margin().amount(), currency);
    }

    public BigDecimal discountPercent() {
        return Shares.percent(discount);
    }

    public BigDecimal largestPercent() {
        return Shares.percent(largest);
    }

    public @Nullable BigDecimal limitPercent() {
        return discountLimit == null ? null : Shares.percent(discountLimit);
    }
}
