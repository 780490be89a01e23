package app.tahap.activity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When somebody wants to be reminded of an activity. Those without a time are reminded of on the morning of the day. */
enum Reminder {
    NONE(null),
    AT_TIME(Duration.ZERO),
    QUARTER(Duration.ofMinutes(15)),
    HOUR(Duration.ofHours(1)),
    /** On the morning of the day, also of those that have a time. */
    MORNING(null);

    /** Of who has not chosen. */
    static final Reminder USUAL = QUARTER;

    /** The hour of the workspace's clock at which the morning's reminders come. */
    static final int MORNING_HOUR = 8;

    private final @Nullable Duration before;

    Reminder(@Nullable Duration before) {
        this.before = before;
    }

    /** How long before the time; null for none, or one that comes in the morning. */
    @Nullable Duration before() {
        return before;
    }
}
