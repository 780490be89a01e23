package app.tahap.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RemindersTests extends ActivityScene {

    @Autowired
    Reminders reminders;

    @Autowired
    ActivityPreferences preferences;

    @Test
    void remindsAQuarterBeforeTheTimeOnce() {
        planned("Call them", TODAY, LocalTime.of(11, 0));
        clock.turn(Duration.ofMinutes(44));
        assertThat(reminders.remind()).isZero();

        clock.turn(Duration.ofMinutes(1));
        assertThat(reminders.remind()).isEqualTo(1);
        assertThat(reminders.remind()).isZero();
        assertThat(told(ani)).isEqualTo(1);
    }

    @Test
    void remindsInTheMorningOfWhatHasNoTime() {
        planned("Some time", TOMORROW, null);
        clock.turn(Duration.ofHours(21).plusMinutes(59)); // 7:59 in Jakarta
        assertThat(reminders.remind()).isZero();
        clock.turn(Duration.ofMinutes(1));
        assertThat(reminders.remind()).isEqualTo(1);
    }

    @Test
    void remindsAsTheAssigneePrefers() {
        planned("Call them", TODAY, LocalTime.of(12, 0));
        preferences.remind(ani.id(), Reminder.NONE);
        clock.turn(Duration.ofMinutes(119));
        assertThat(reminders.remind()).isZero();

        preferences.remind(ani.id(), Reminder.AT_TIME);
        assertThat(reminders.remind()).isZero();
        clock.turn(Duration.ofMinutes(1));
        assertThat(reminders.remind()).isEqualTo(1);
    }

    @Test
    void remindsAtTheTimeOfWhatWasPlannedTooLateForMore() {
        planned("In five minutes", TODAY, LocalTime.of(10, 5));
        planned("Today some time", TODAY, null); // planned at ten, past the morning's reminders
        planned("Long ago", TODAY.minusDays(1), LocalTime.of(9, 0));
        assertThat(reminders.remind()).isZero();

        clock.turn(Duration.ofMinutes(5));
        assertThat(reminders.remind()).isEqualTo(1);
    }

    @Test
    void remindsAgainOfWhatWasPutOff() {
        long planned = planned("Call them", TODAY, LocalTime.of(11, 0));
        clock.turn(Duration.ofHours(1));
        assertThat(reminders.remind()).isEqualTo(1);

        activities.reschedule(planned, TOMORROW, version(planned), ani);
        assertThat(reminders.remind()).isZero();
        clock.turn(Duration.ofDays(1));
        assertThat(reminders.remind()).isEqualTo(1);
        assertThat(told(ani)).isEqualTo(2);
    }

    @Test
    void remindsOfNothingThatIsDoneOrDeleted() {
        long done = planned("Call them", TODAY, LocalTime.of(11, 0));
        long deleted = planned("Write to them", TODAY, LocalTime.of(11, 0));
        activities.complete(done, null, 0, ani);
        activities.delete(deleted, 0, ani);
        clock.turn(Duration.ofHours(2));
        assertThat(reminders.remind()).isZero();
    }

    @Test
    void remindsOnceWhereTwoReplicasLookAtTheSameMoment() {
        planned("Call them", TODAY, LocalTime.of(11, 0));
        clock.turn(Duration.ofHours(1));

        int other = fixtures.meanwhile(() -> assertThat(reminders.remind()).isEqualTo(1), reminders::remind);

        assertThat(other).isZero();
        assertThat(told(ani)).isEqualTo(1);
    }

    @Test
    void remindsWhoeverHasItNow() {
        planned("Call them", TODAY, LocalTime.of(11, 0));
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        jdbc.sql("update activity set assignee_id = :budi")
                .param("budi", budi.id())
                .update();
        clock.turn(Duration.ofHours(1));
        reminders.remind();

        assertThat(told(ani)).isZero();
        assertThat(told(budi)).isEqualTo(1);
        assertThat(get(budi, "/notifications"))
                .bodyText()
                .contains("Call: Call them (Fifty laptops), 20 May 2026, 11:00");
    }

    private int told(Viewer viewer) {
        return jdbc.sql("select count(*) from notification where user_id = :user and topic = 'REMINDER'")
                .param("user", viewer.id())
                .query(Integer.class)
                .single();
    }
}
