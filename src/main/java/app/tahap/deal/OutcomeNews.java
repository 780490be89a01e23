package app.tahap.deal;

import app.tahap.account.Viewer;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the modules above that the outcome of a deal is another one. */
@Component
class OutcomeNews {

    private final DealRepository deals;
    private final ApplicationEventPublisher publisher;

    OutcomeNews(DealRepository deals, ApplicationEventPublisher publisher) {
        this.deals = deals;
        this.publisher = publisher;
    }

    /** After the event was appended; what follows reads the deal as it is then. */
    DealEvent tell(Deal deal, DealEvent event, Map<String, String> told, Viewer viewer) {
        deals.flush();
        publisher.publishEvent(
                new OutcomeChanged(deal.id(), event.id(), deal.status().outcome(), told, viewer));
        return event;
    }
}
