package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.deal.DealRecord;
import app.tahap.deal.FileRecord;
import app.tahap.deal.RecordColumn;
import app.tahap.deal.RecordReader;
import app.tahap.deal.RecordRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows as activities, and writes those that are new. */
final class ActivityReader implements RecordReader<ToldActivity> {

    private static final int LONGEST_KIND = 60;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_OUTCOME = 2_000;
    private static final BigDecimal LONGEST_DAY = BigDecimal.valueOf(1_440);

    private final List<ActivityKind> kinds;
    private final ActivityImport activities;
    private final Sight sight;
    private final JdbcClient jdbc;
    private final Viewer importer;

    ActivityReader(List<ActivityKind> kinds, ActivityImport activities, Sight sight, JdbcClient jdbc, Viewer importer) {
        this.kinds = kinds;
        this.activities = activities;
        this.sight = sight;
        this.jdbc = jdbc;
        this.importer = importer;
    }

    @Override
    public Optional<ToldActivity> read(List<RecordRow> rows) {
        RecordRow row = rows.get(0);
        Long kind = kind(row);
        String subject = row.required(ActivityFile.SUBJECT, LONGEST_SUBJECT);
        Instant done = row.past(ActivityFile.DONE);
        LocalDate due = due(row, done);
        LocalTime time = row.time(ActivityFile.TIME);
        Integer minutes = minutes(row);
        String outcome = outcome(row, done);
        if (kind == null || due == null) {
            return Optional.empty();
        }
        long assignee = assignee(row, done);
        ActivityPlan plan = new ActivityPlan(kind, subject, due, time, minutes, assignee);
        long deal = row.deal().id();
        Long doneBy = done == null ? null : row.user(ActivityFile.DONE_BY).orElse(assignee);
        return Optional.of(new ToldActivity(
                deal,
                sought(row, plan, done),
                List.of(content(deal, plan, done), content(deal, plan, null)),
                plan,
                done,
                doneBy,
                outcome.isEmpty() ? null : outcome));
    }

    private @Nullable Long kind(RecordRow row) {
        String label = row.required(ActivityFile.KIND, LONGEST_KIND);
        Optional<ActivityKind> kind = kinds.stream()
                .filter(one -> one.label().equalsIgnoreCase(label))
                .findFirst();
        if (kind.isEmpty() && !label.isEmpty()) {
            row.refuse(
                    "activity.file.kind",
                    label,
                    kinds.stream().map(ActivityKind::label).collect(Collectors.joining(", ")));
        }
        return kind.map(ActivityKind::id).orElse(null);
    }

    /** Of something done that tells no day, the day on which it was done. */
    private @Nullable LocalDate due(RecordRow row, @Nullable Instant done) {
        LocalDate due = row.date(ActivityFile.DUE);
        if (due == null && done != null) {
            return importer.dateOf(done);
        }
        if (due == null && row.text(ActivityFile.DUE).isEmpty()) {
            row.refuse("activity.file.day");
        }
        return due;
    }

    private static @Nullable Integer minutes(RecordRow row) {
        String text = row.text(ActivityFile.MINUTES);
        if (text.isEmpty()) {
            return null;
        }
        Optional<Integer> minutes = row.cells()
                .number(text)
                .filter(number -> number.signum() > 0
                        && number.compareTo(LONGEST_DAY) <= 0
                        && number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValueExact);
        if (minutes.isEmpty()) {
            row.refuse("activity.file.minutes", text);
        }
        return minutes.orElse(null);
    }

    private static String outcome(RecordRow row, @Nullable Instant done) {
        String outcome = row.text(ActivityFile.OUTCOME, LONGEST_OUTCOME);
        if (!outcome.isEmpty() && done == null && row.text(ActivityFile.DONE).isEmpty()) {
            row.refuse("activity.file.undone");
        }
        return outcome;
    }

    /** Something planned is for somebody who can do it; otherwise it is for the deal's owner. */
    private long assignee(RecordRow row, @Nullable Instant done) {
        long owner = row.deal().ownerId();
        Optional<Long> told = row.user(ActivityFile.ASSIGNEE)
                .filter(user -> done != null || sight.reaches(user, row.deal().id()));
        if (told.isEmpty() && !row.text(ActivityFile.ASSIGNEE).isEmpty()) {
            row.doubt("activity.file.doubt.assignee");
        }
        return told.orElse(owner);
    }

    private static List<String> sought(RecordRow row, ActivityPlan plan, @Nullable Instant done) {
        long deal = row.deal().id();
        List<String> sought = new ArrayList<>(List.of(content(deal, plan, done)));
        String id = row.text(RecordColumn.ID);
        if (!id.isEmpty()) {
            sought.add(byId(deal, id, plan.subject()));
            sought.add(byId(deal, id, plan.dueOn()));
        }
        return sought;
    }

    private static String content(long deal, ActivityPlan plan, @Nullable Instant done) {
        Instant minute = done == null ? null : done.truncatedTo(ChronoUnit.MINUTES);
        return FileRecord.name("content", deal, plan.kindId(), plan.subject(), plan.dueOn(), plan.dueTime(), minute);
    }

    /** Another workspace may have given the same id to something else; here, subject or day may have changed since. */
    private static String byId(long deal, String id, Object same) {
        return FileRecord.name("id", deal, id, same);
    }

    @Override
    public Set<String> present(List<ToldActivity> read) {
        record Row(
                long id,
                long dealId,
                long kindId,
                String subject,
                LocalDate dueOn,
                @Nullable LocalTime dueTime,
                @Nullable Instant doneAt) {}
        Set<String> names = new HashSet<>();
        jdbc.sql("""
                        select id, deal_id, kind_id, subject, due_on, due_time, done_at from activity
                         where deal_id = any(:deals) and deleted_at is null
                        """)
                .param("deals", DealRecord.deals(read))
                .query(Row.class)
                .list()
                .forEach(row -> {
                    ActivityPlan plan =
                            new ActivityPlan(row.kindId(), row.subject(), row.dueOn(), row.dueTime(), null, 0);
                    String id = Long.toString(row.id());
                    names.add(content(row.dealId(), plan, row.doneAt()));
                    names.add(content(row.dealId(), plan, null));
                    names.add(byId(row.dealId(), id, row.subject()));
                    names.add(byId(row.dealId(), id, row.dueOn()));
                });
        return names;
    }

    @Override
    public void write(List<ToldActivity> records, Viewer author, long importId) {
        activities.write(
                records.stream()
                        .map(told -> new ActivityImport.Told(
                                told.dealId(), told.plan(), told.doneAt(), told.doneBy(), told.outcome()))
                        .toList(),
                author.id(),
                importId);
    }
}
