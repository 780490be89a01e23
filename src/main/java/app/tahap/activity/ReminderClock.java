package app.tahap.activity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks regularly of what people are to be reminded. */
@Component
class ReminderClock {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderClock.class);

    private final Reminders reminders;

    ReminderClock(Reminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(initialDelayString = "${tahap.reminders.every}", fixedDelayString = "${tahap.reminders.every}")
    void look() {
        try {
            while (reminders.remind() == Reminders.BATCH) {
                LOG.debug("More is due than one batch holds");
            }
        } catch (DataAccessException failed) {
            LOG.warn("Nobody could be reminded of activities just now; it is tried again soon", failed);
        }
    }
}
