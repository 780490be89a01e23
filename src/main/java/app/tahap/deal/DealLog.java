package app.tahap.deal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The append-only log of deals, and the stays in stages that follow from it, kept in the deal's own transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DealLog {

    private final DealEventRepository events;
    private final StageStays stays;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;

    DealLog(DealEventRepository events, StageStays stays, JdbcClient jdbc, ApplicationEventPublisher publisher) {
        this.events = events;
        this.stays = stays;
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    /** Appends what a method of {@link Deal} yielded; must run in the transaction that changes the deal. */
    public DealEvent append(DealEvent event) {
        DealEvent stored = events.save(event);
        stays.follow(stored);
        publisher.publishEvent(new DealRecorded(stored));
        return stored;
    }

    /** Lets a request wait for another one with the same key, where no deal is there yet to be locked. */
    void queue(UUID key) {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", key.getMostSignificantBits() ^ key.getLeastSignificantBits())
                .query(row -> {});
    }

    /** The event that an earlier request with the same key wrote. */
    Optional<DealEvent> answered(@Nullable UUID key) {
        return key == null ? Optional.empty() : events.findByIdempotencyKey(key);
    }

    /** The same for a deal that there is: a key of another deal's event answers nothing, and can be stored no second time. */
    Optional<DealEvent> answered(@Nullable UUID key, Deal deal) {
        return answered(key).filter(event -> event.getDealId() == deal.id());
    }
}
