package app.tahap.activity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What users prefer about their activities. */
@Repository
@Transactional
class ActivityPreferences {

    private final JdbcClient jdbc;

    ActivityPreferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Reminder reminder(long userId) {
        return jdbc.sql("select reminder from activity_preference where user_id = :user")
                .param("user", userId)
                .query(String.class)
                .optional()
                .map(Reminder::valueOf)
                .orElse(Reminder.USUAL);
    }

    void remind(long userId, Reminder reminder) {
        jdbc.sql("""
                        insert into activity_preference (user_id, reminder) values (:user, :reminder)
                            on conflict (user_id) do update set reminder = excluded.reminder
                        """).param("user", userId).param("reminder", reminder.name()).update();
    }
}
