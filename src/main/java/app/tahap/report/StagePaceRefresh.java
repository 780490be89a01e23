package app.tahap.report;

import app.tahap.deal.DealsImported;
import app.tahap.pipeline.StageVacated;
import app.tahap.sample.SampleDataCreated;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Refreshes the paces of stages at the start, every hour, with the sample data, and soon after many deals have changed. */
@Component
class StagePaceRefresh {

    private static final Duration HOURLY = Duration.ofMinutes(55);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final StagePaces paces;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final AtomicBoolean due = new AtomicBoolean();

    StagePaceRefresh(StagePaces paces, TaskScheduler scheduler, Clock clock) {
        this.paces = paces;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void hourly() {
        paces.refresh(HOURLY);
    }

    /** In the set-up's own transaction, so that the first page after it shows what is past its time. */
    @EventListener
    void follow(SampleDataCreated created) {
        paces.refresh(Duration.ZERO);
    }

    @TransactionalEventListener
    void follow(DealsImported imported) {
        soon();
    }

    @TransactionalEventListener
    void follow(StageVacated vacated) {
        soon();
    }

    /** An import comes in many parts; one refresh follows all that come within seconds. */
    private void soon() {
        if (due.compareAndSet(false, true)) {
            scheduler.schedule(
                    () -> {
                        due.set(false);
                        paces.refresh(Duration.ZERO);
                    },
                    clock.instant().plus(SOON));
        }
    }
}
