package app.tahap.activity;

import app.tahap.account.PublicAddress;
import app.tahap.account.Viewer;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what somebody has planned as a calendar: times in UTC, days without a time as days, and alarms as preferred. */
@Component
class ActivityCalendar {

    /** How long what is past stays in the calendar. */
    private static final int DAYS_BACK = 60;

    private static final int ROWS = 2_000;
    private static final int LINE = 75;
    private static final int USUAL_MINUTES = 30;

    private final ActivityPreferences preferences;
    private final PublicAddress address;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    ActivityCalendar(
            ActivityPreferences preferences,
            PublicAddress address,
            MessageSource messages,
            JdbcClient jdbc,
            Clock clock) {
        this.preferences = preferences;
        this.address = address;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The calendar of a user; the same as long as nothing in it changes. */
    String of(Viewer viewer) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Tahap//Activities//EN");
        calendar.setMethod(Method.publish());
        String name = messages.getMessage("activity.calendar.name", new Object[] {viewer.name()}, viewer.locale());
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT15M");
        Reminder reminder = preferences.reminder(viewer.id());
        String installation = installation();
        for (Entry entry : entries(viewer)) {
            calendar.addEvent(event(entry, reminder, installation, viewer));
        }
        return write(calendar);
    }

    /** Lines are at most 75 octets long, as RFC 5545 asks (3.1); the library would count characters. */
    private static String write(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().lines().map(ActivityCalendar::folded).collect(Collectors.joining());
    }

    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            String sign = Character.toString(line.codePointAt(at));
            int length = sign.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(sign);
            octets += length;
        }
        return folded.append("\r\n").toString();
    }

    /** A strong tag for the text. */
    static String tag(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Entry> entries(Viewer viewer) {
        ActivitySql sql = ActivitySql.visibleTo(viewer, clock);
        LocalDate first = viewer.today(clock).minusDays(DAYS_BACK);
        String from = ActivitySql.ROW.replace("select a.id,", "select a.changed_at, a.id,");
        return sql.statement(jdbc, from + """
                         where a.assignee_id = :assignee and a.due_on >= :first and %s
                         order by a.due_on desc, a.id desc limit :limit
                        """.formatted(sql.where()))
                .param("assignee", viewer.id())
                .param("first", first)
                .param("limit", ROWS)
                .query((row, number) -> new Entry(
                        ActivitySql.map(row, viewer, clock),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    private VEvent event(Entry entry, Reminder reminder, String installation, Viewer viewer) {
        ActivityRow row = entry.row();
        VEvent event = new VEvent();
        event.setUid("activity-%d@%s.tahap".formatted(row.id(), installation));
        event.setDateTimeStamp(Date.from(entry.changedAt()));
        event.setLastModified(Date.from(entry.changedAt()));
        event.setSequence(row.version());
        String key = row.isDone() ? "activity.calendar.done" : "activity.calendar.planned";
        event.setSummary(
                messages.getMessage(key, new Object[] {row.kind(), row.subject(), row.deal()}, viewer.locale()));
        event.setDescription(description(row));
        event.setUrl(address.of("/deals/" + row.dealId()));
        event.setStatus(Status.confirmed());
        when(event, row, viewer);
        if (!row.isDone() && reminder != Reminder.NONE) {
            event.addAlarm(alarm(row, reminder, viewer));
        }
        return event;
    }

    private static void when(VEvent event, ActivityRow row, Viewer viewer) {
        if (row.dueTime() == null) {
            event.setDateStart(new DateStart(day(row.dueOn())));
            event.setDateEnd(new DateEnd(day(row.dueOn().plusDays(1))));
            event.setTransparency(Transparency.transparent()); // a whole day is not taken by it
            return;
        }
        Instant start = row.dueOn().atTime(row.dueTime()).atZone(viewer.zone()).toInstant();
        int minutes = Objects.requireNonNullElse(row.minutes(), USUAL_MINUTES);
        event.setDateStart(new DateStart(Date.from(start), true));
        event.setDateEnd(new DateEnd(Date.from(start.plusSeconds(60L * minutes)), true));
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    private VAlarm alarm(ActivityRow row, Reminder reminder, Viewer viewer) {
        java.time.Duration before = row.dueTime() == null ? null : reminder.before();
        Trigger trigger = before != null
                ? new Trigger(
                        Duration.builder()
                                .prior(true)
                                .minutes((int) before.toMinutes())
                                .build(),
                        Related.START)
                : new Trigger(Date.from(row.dueOn()
                        .atTime(Reminder.MORNING_HOUR, 0)
                        .atZone(viewer.zone())
                        .toInstant()));
        return VAlarm.display(trigger, row.subject());
    }

    private static @Nullable String description(ActivityRow row) {
        String text = Stream.of(row.deal(), row.organization(), row.person(), row.phone(), row.outcome())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    /** Tells the events of one installation from those of another. */
    private String installation() {
        return jdbc.sql("select to_char(created_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS') from workspace")
                .query(String.class)
                .single();
    }

    private record Entry(ActivityRow row, Instant changedAt) {}
}
