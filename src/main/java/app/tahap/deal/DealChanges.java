package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.money.ExchangeRates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the changes that requests ask for: each carries the version of the deal that the viewer saw, and a key by which
 * a repeated request is answered without writing again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DealChanges {

    private final DealRepository deals;
    private final DealLog log;
    private final ExchangeRates rates;
    private final Clock clock;

    DealChanges(DealRepository deals, DealLog log, ExchangeRates rates, Clock clock) {
        this.deals = deals;
        this.log = log;
        this.rates = rates;
        this.clock = clock;
    }

    /** As {@link #make(Deal, int, UUID, Viewer, Predicate, BiFunction)}, on a deal that the viewer may see. */
    long make(
            long dealId,
            int version,
            @Nullable UUID key,
            Viewer viewer,
            Predicate<DealEvent> asked,
            BiFunction<Deal, Change, DealEvent> what) {
        return make(deals.loadForChange(dealId, viewer), version, key, viewer, asked, what);
    }

    /**
     * Makes a change that always writes an event, and returns the event's id.
     *
     * @param asked whether an event is what is asked for; the forms of a page share a key, and another's event is no answer
     * @throws StaleDealException where the viewer saw an earlier state of the deal
     */
    long make(
            Deal deal,
            int version,
            @Nullable UUID key,
            Viewer viewer,
            Predicate<DealEvent> asked,
            BiFunction<Deal, Change, DealEvent> what) {
        return answered(deal, version, key, asked)
                .orElseGet(() -> log.append(what.apply(deal, now(deal, key, viewer))))
                .id();
    }

    /**
     * The event that the same request wrote before; empty where the deal is still as the viewer saw it.
     *
     * @throws StaleDealException where something else has changed it
     */
    Optional<DealEvent> answered(Deal deal, int version, @Nullable UUID key, Predicate<DealEvent> asked) {
        if (deal.getVersion() == version) { // every change raises it, so the key has not been used
            return Optional.empty();
        }
        return Optional.of(log.answered(key, deal).filter(asked).orElseThrow(() -> new StaleDealException(deal.id())));
    }

    /** A change of a deal at this moment. */
    Change now(Deal deal, @Nullable UUID key, Viewer viewer) {
        return now(deal.facts().currency(), null, key, viewer);
    }

    /**
     * A change at this moment, with what a currency is worth.
     *
     * @param closedAt when the deal was closed, on which day it is valued; null for one that is open, which is valued today
     */
    Change now(String currency, @Nullable Instant closedAt, @Nullable UUID key, Viewer viewer) {
        Instant now = clock.instant();
        LocalDate valued = viewer.dateOf(closedAt == null ? now : closedAt);
        return Change.now(viewer.actorId(), now, key, rate(currency, valued, viewer));
    }

    private @Nullable BigDecimal rate(String currency, LocalDate day, Viewer viewer) {
        if (currency.equals(viewer.baseCurrency().getCurrencyCode())) {
            return BigDecimal.ONE;
        }
        rates.hold();
        return rates.find(currency, day).orElse(null);
    }
}
