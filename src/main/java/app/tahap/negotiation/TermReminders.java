package app.tahap.negotiation;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.activity.Activities;
import app.tahap.activity.ActivityKinds;
import app.tahap.activity.ActivityPlan;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans an activity on the day of an open term's deadline, so that the deal's owner is reminded as of everything else that is due,
 * and finds it on My day; and takes it back where nothing is to be settled any more.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TermReminders {

    private final Activities activities;
    private final ActivityKinds kinds;
    private final Owners owners;
    private final MessageSource messages;
    private final Clock clock;

    TermReminders(Activities activities, ActivityKinds kinds, Owners owners, MessageSource messages, Clock clock) {
        this.activities = activities;
        this.kinds = kinds;
        this.owners = owners;
        this.messages = messages;
        this.clock = clock;
    }

    void follow(Term term, long ownerId, Viewer viewer) {
        if (term.getActivityId() != null) {
            activities.withdrawItself(term.getActivityId());
            term.remindBy(null);
        }
        LocalDate deadline = term.toRemindOf(viewer.today(clock));
        if (deadline != null) {
            String subject =
                    messages.getMessage("negotiation.term.reminder", new Object[] {term.getTitle()}, viewer.locale());
            long whose = owners.staysActive(ownerId) ? ownerId : viewer.id();
            ActivityPlan plan = new ActivityPlan(kinds.task(), subject, deadline, null, null, whose);
            term.remindBy(activities.planItself(term.getDealId(), plan, null, viewer.id()));
        }
    }
}
