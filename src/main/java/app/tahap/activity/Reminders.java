package app.tahap.activity;

import app.tahap.notification.Argument;
import app.tahap.notification.Notification;
import app.tahap.notification.Notifications;
import app.tahap.notification.Topic;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds of what people are to be reminded now. The time follows from the due date, the workspace's time zone and what the
 * assignee prefers, so that a change of any of them counts at once. Several replicas may look at the same moment: each row
 * is locked by one of them, passed over by the others, and noted as told in the same transaction.
 */
@Repository
class Reminders {

    static final int BATCH = 100;

    /** After a standstill, nobody is reminded of what is long past. */
    private static final int DAYS_BACK = 2;

    /**
     * By when somebody is to be reminded: before the time if it has one, in the morning otherwise. What was planned later
     * than that is told of at its time, or not at all where it has none.
     */
    private static final String DUE = """
            with candidate as (
                select a.id, a.scheduled_at, coalesce(p.reminder, :usual) as reminder,
                       (a.due_on + make_time(:morning, 0, 0)) at time zone w.time_zone as morning,
                       (a.due_on + a.due_time) at time zone w.time_zone as at
                  from activity a
                  join deal d on d.id = a.deal_id
                  join users u on u.id = a.assignee_id
                  left join activity_preference p on p.user_id = a.assignee_id
                 cross join workspace w
                 where a.done_at is null and a.deleted_at is null and a.reminded_at is null
                   and a.due_on between (:now at time zone w.time_zone)::date - :back
                                    and (:now at time zone w.time_zone)::date + 1
                   and d.deleted_at is null and u.deactivated_at is null),
            wished as (
                select id, scheduled_at, at,
                       case when reminder = 'NONE' then null
                            when reminder = 'MORNING' or at is null then morning
                            when reminder = 'QUARTER' then at - interval '15 minutes'
                            when reminder = 'HOUR' then at - interval '1 hour'
                            else at end as wish
                  from candidate),
            due as (
                select id from wished
                 where wish is not null
                   and case when wish >= scheduled_at then wish when at > scheduled_at then at end <= :now)
            select a.id from activity a
             where a.id in (select id from due) and a.reminded_at is null and a.done_at is null
             order by a.id limit :batch for update of a skip locked
            """;

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final Clock clock;

    Reminders(JdbcClient jdbc, Notifications notifications, Clock clock) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Reminds of what is due, some at a time; answers of how many. */
    @Transactional
    public int remind() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Long> due = jdbc.sql(DUE)
                .param("usual", Reminder.USUAL.name())
                .param("morning", Reminder.MORNING_HOUR)
                .param("back", DAYS_BACK)
                .param("now", now)
                .param("batch", BATCH)
                .query(Long.class)
                .list();
        if (due.isEmpty()) {
            return 0;
        }
        jdbc.sql("""
                        with told as (update activity set reminded_at = :now where id = any(:ids) returning *)
                        select t.id as activity_id, t.assignee_id as user_id, t.deal_id, d.title as deal, k.label as kind,
                               t.subject, t.due_on, t.due_time, w.time_zone as zone
                          from told t
                          cross join workspace w
                          join deal d on d.id = t.deal_id
                          join activity_kind k on k.id = t.kind_id
                         order by t.due_on, t.due_time nulls last, t.id
                        """)
                .param("now", now)
                .param("ids", due.toArray(Long[]::new))
                .query(Due.class)
                .list()
                .forEach(this::tell);
        return due.size();
    }

    private void tell(Due due) {
        Argument when = due.dueTime() == null
                ? Argument.of(due.dueOn())
                : Argument.of(due.dueOn()
                        .atTime(due.dueTime())
                        .atZone(ZoneId.of(due.zone()))
                        .toInstant());
        notifications.send(
                due.userId(),
                Notification.ofDeal(
                                Topic.REMINDER,
                                "activity.reminder.told",
                                due.dealId(),
                                Argument.of(due.kind()),
                                Argument.of(due.subject()),
                                Argument.of(due.deal()),
                                when)
                        .leadingTo("/activities/%d?view=DAY".formatted(due.activityId())));
    }

    /** @param dueTime null for any time of the day */
    private record Due(
            long activityId,
            long userId,
            long dealId,
            String deal,
            String kind,
            String subject,
            LocalDate dueOn,
            @Nullable LocalTime dueTime,
            String zone) {}
}
