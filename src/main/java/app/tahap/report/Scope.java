package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.deal.DateRange;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealTrait;
import app.tahap.deal.OpenAt;
import app.tahap.deal.Outcome;
import app.tahap.deal.StageEntry;
import app.tahap.deal.StageExit;
import app.tahap.pipeline.PipelineView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param deals the pipeline, and an owner or a team where one is chosen
 * @param earlier the period beside it
 */
public record Scope(
        PipelineView pipeline, DealCriteria deals, Period period, Period earlier, Instant now, Viewer viewer) {

    static Scope of(PipelineView pipeline, DealCriteria deals, Period period, Instant now, Viewer viewer) {
        LocalDate today = LocalDate.ofInstant(now, viewer.zone());
        return new Scope(pipeline, deals, period, period.earlier(today), now, viewer);
    }

    /** For the names of files: the pipeline's name and the first and last day of the period. */
    String fileName() {
        String name =
                pipeline.name().strip().replaceAll("[^\\p{L}\\p{N}]+", "-").toLowerCase(viewer.locale());
        return name + "-" + period.start() + "-" + period.last();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, viewer.zone());
    }

    /** Whether the period goes on, so that its last day is today. */
    public boolean isRunning() {
        return period.isRunning(today());
    }

    /** Whether the last day of a period lies in the past. */
    public boolean isOver(Period which) {
        return !which.end().isAfter(today());
    }

    /** At whose end what is open now is held beside it: the period itself where it is over, else the one before. */
    Which lookedBackTo() {
        return isOver(period) ? Which.CURRENT : Which.EARLIER;
    }

    Period period(Which which) {
        return which == Which.CURRENT ? period : earlier;
    }

    OffsetDateTime at(Instant instant) {
        return instant.atZone(viewer.zone()).toOffsetDateTime();
    }

    OffsetDateTime startOf(Period which) {
        return at(which.from(viewer.zone()));
    }

    OffsetDateTime endOf(Period which) {
        return at(which.until(viewer.zone()));
    }

    DealCriteria closed(Period which, Outcome... outcomes) {
        return deals.but().outcome(outcomes).closed(range(which)).build();
    }

    DealCriteria open(DealTrait... traits) {
        var open = deals.but().outcome(Outcome.OPEN);
        for (DealTrait trait : traits) {
            open.and(trait);
        }
        return open.build();
    }

    /** Deals that were open at the end of a period, or are now if it goes on. */
    DealCriteria openAtEndOf(Period which, @Nullable Long stage) {
        return isOver(which)
                ? deals.but().open(new OpenAt(which.last(), stage)).build()
                : open().but().stage(stage).build();
    }

    DealCriteria entered(Period which, long stage, @Nullable Long next) {
        DateRange days = range(which);
        return deals.but()
                .entered(new StageEntry(stage, days.from(), days.to(), next, null))
                .build();
    }

    DealCriteria left(Period which, long stage) {
        DateRange days = range(which);
        return deals.but().left(new StageExit(stage, days.from(), days.to())).build();
    }

    private static DateRange range(Period which) {
        return new DateRange(which.start(), which.last());
    }
}
