package app.tahap.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads when things happened to a deal, and refuses what cannot have happened then. */
final class MomentReader {

    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 9999;

    private final ImportSettings.Columns columns;
    private final DateOrder dates;
    private final ZoneId zone;
    private final Instant now;

    MomentReader(ImportSettings.Columns columns, DateOrder dates, ZoneId zone, Instant now) {
        this.columns = columns;
        this.dates = dates;
        this.zone = zone;
        this.now = now;
    }

    @Nullable Moment created(CsvRow row, List<Problem> problems) {
        return past(DealField.CREATED, row, problems);
    }

    /** When a closed deal was closed. */
    @Nullable Moment closed(CsvRow row, @Nullable Moment created, List<Problem> problems) {
        Moment closed = past(DealField.CLOSED, row, problems);
        String text = columns.text(DealField.CLOSED, row);
        if (text.isEmpty()) {
            problems.add(Problem.of("closed.missing"));
        }
        if (isBefore(closed, created)) {
            problems.add(Problem.of("closed.early", text));
        }
        return closed;
    }

    /** Since when a deal is in its stage. */
    @Nullable Moment entered(CsvRow row, @Nullable Moment created, @Nullable Moment closed, List<Problem> problems) {
        Moment entered = past(DealField.STAGE_SINCE, row, problems);
        if (isBefore(entered, created) || isBefore(closed, entered)) {
            problems.add(Problem.of("since", columns.text(DealField.STAGE_SINCE, row)));
        }
        return entered;
    }

    /** One column often holds the closing of closed deals and the hoped-for one of open deals. */
    @Nullable LocalDate expectedClose(CsvRow row, boolean open, List<Problem> problems) {
        Moment expected = date(DealField.EXPECTED, row, problems);
        if (expected == null && open) {
            expected = date(DealField.CLOSED, row, problems);
        }
        return expected == null ? null : expected.date();
    }

    /** The day by which the next step is due; it may be past. */
    @Nullable LocalDate stepDue(CsvRow row, List<Problem> problems) {
        Moment due = date(DealField.NEXT_STEP_DUE, row, problems);
        return due == null ? null : due.date();
    }

    /** The time of that day: in a column of its own, or behind the date; midnight is as good as no time. */
    @Nullable LocalTime stepTime(CsvRow row, List<Problem> problems) {
        String text = columns.text(DealField.NEXT_STEP_TIME, row);
        String due = columns.text(DealField.NEXT_STEP_DUE, row);
        Moment moment = text.isEmpty()
                ? dates.parse(due, zone).orElse(null)
                : DateOrder.YMD.parse(LocalDate.EPOCH + " " + text, zone).orElse(null);
        if (moment == null && !text.isEmpty()) {
            problems.add(Problem.of("time", text));
        }
        LocalTime time =
                moment == null ? LocalTime.MIDNIGHT : moment.at().atZone(zone).toLocalTime();
        return text.isEmpty() && time.equals(LocalTime.MIDNIGHT) || moment == null ? null : time;
    }

    private @Nullable Moment past(DealField field, CsvRow row, List<Problem> problems) {
        Moment moment = date(field, row, problems);
        if (moment != null && moment.at().isAfter(now)) {
            problems.add(Problem.of("date.future", columns.text(field, row)));
            return null;
        }
        return moment;
    }

    private @Nullable Moment date(DealField field, CsvRow row, List<Problem> problems) {
        String text = columns.text(field, row);
        if (text.isEmpty()) {
            return null;
        }
        Moment moment = dates.parse(text, zone).orElse(null);
        if (moment == null
                || moment.date().getYear() < EARLIEST_YEAR
                || moment.date().getYear() > LATEST_YEAR) {
            problems.add(Problem.of("date", text));
            return null;
        }
        return moment;
    }

    private static boolean isBefore(@Nullable Moment one, @Nullable Moment other) {
        return one != null && other != null && one.date().isBefore(other.date());
    }
}
