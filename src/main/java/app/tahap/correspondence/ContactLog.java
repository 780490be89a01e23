package app.tahap.correspondence;

import app.tahap.account.Viewer;
import app.tahap.activity.Activities;
import app.tahap.activity.ActivityKind;
import app.tahap.activity.ActivityKinds;
import app.tahap.activity.ActivityPlan;
import app.tahap.activity.KindMark;
import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Notes a mail in the deal's history: as an activity that was done, where the workspace has a kind for mails. */
@Component
class ContactLog {

    /** Of an activity's outcome; the author finds the rest with the mail. */
    private static final int LONGEST = 2_000;

    private final Activities activities;
    private final ActivityKinds kinds;
    private final DealJournal journal;
    private final Clock clock;

    ContactLog(Activities activities, ActivityKinds kinds, DealJournal journal, Clock clock) {
        this.activities = activities;
        this.kinds = kinds;
        this.journal = journal;
        this.clock = clock;
    }

    void write(long dealId, Addressee to, MailForm form, Viewer viewer) {
        Optional<ActivityKind> mail = kinds.all().stream()
                .filter(kind -> kind.mark() == KindMark.MAIL && !kind.archived())
                .findFirst();
        if (mail.isPresent()) {
            ActivityPlan plan =
                    new ActivityPlan(mail.get().id(), form.line(), viewer.today(clock), null, null, viewer.id());
            activities.log(dealId, plan, shortened(form.text()), clock.instant(), form.key(), viewer);
        } else {
            JournalEntry entry = JournalEntry.of(
                    "correspondence.journal.sent",
                    Argument.of(Objects.requireNonNull(to.person())),
                    Argument.of(form.line()));
            journal.write(dealId, viewer.id(), entry.detailed(form.text()));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
