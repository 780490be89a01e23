package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.activity.Activities;
import app.tahap.activity.ActivityKind;
import app.tahap.activity.ActivityKinds;
import app.tahap.activity.ActivityPlan;
import app.tahap.correspondence.DealTexts;
import app.tahap.deal.Deal;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.notification.Notification;
import app.tahap.notification.Notifications;
import app.tahap.notification.Topic;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does single actions of playbooks, and tells each on the deal's timeline. Nobody is the author but the playbook. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ActionPerformer {

    /** Of an activity's subject. */
    private static final int LONGEST = 200;

    private final DealRepository deals;
    private final DealJournal journal;
    private final DealTexts texts;
    private final Activities activities;
    private final ActivityKinds kinds;
    private final Notifications notifications;
    private final Concerned people;
    private final ChangePerformer changes;
    private final Clock clock;

    ActionPerformer(
            DealRepository deals,
            DealJournal journal,
            DealTexts texts,
            Activities activities,
            ActivityKinds kinds,
            Notifications notifications,
            Concerned people,
            ChangePerformer changes,
            Clock clock) {
        this.deals = deals;
        this.journal = journal;
        this.texts = texts;
        this.activities = activities;
        this.kinds = kinds;
        this.notifications = notifications;
        this.people = people;
        this.changes = changes;
        this.clock = clock;
    }

    /** @throws RuleException where it is not possible */
    void perform(PlaybookAction action, Playbook playbook, WaitingRun run, Viewer tahap) {
        Deal deal = deals.loadForChange(run.dealId(), tahap);
        Argument name = Argument.of(playbook.name());
        switch (action.kind()) {
            case ACTIVITY -> plan(action, deal, name, tahap);
            case NOTIFICATION -> tell(action, deal, name, run, tahap);
            case ASSIGNMENT, EXPECTED_CLOSE, SOURCE, FIELD, MOVE ->
                changes.perform(action, deal, name, tahap).ifPresent(entry -> journal.write(deal.id(), null, entry));
        }
    }

    private void plan(PlaybookAction action, Deal deal, Argument name, Viewer tahap) {
        long assignee = Objects.requireNonNullElseGet(
                action.userId(), () -> deal.facts().ownerId());
        activities.requireAssignable(deal.id(), assignee);
        ActivityKind kind = kinds.all().stream()
                .filter(one -> Objects.equals(one.id(), action.activityKindId()) && !one.archived())
                .findFirst()
                .orElseThrow(() -> new RuleException("playbook.failed.kind", String.valueOf(action.what())));
        String filled = texts.filled(action.words(), deal.id(), tahap);
        String subject = filled.length() <= LONGEST ? filled : filled.substring(0, LONGEST - 1) + "…";
        LocalDate due = tahap.today(clock).plusDays(action.after());
        long activity = activities.planItself(
                deal.id(), new ActivityPlan(kind.id(), subject, due, null, null, assignee), null, null);
        journal.write(
                deal.id(),
                null,
                JournalEntry.of(
                                "playbook.journal.activity",
                                name,
                                Argument.of(kind.label()),
                                Argument.of(subject),
                                Argument.of(people.name(assignee)),
                                Argument.of(due))
                        .leadingTo("/activities/" + activity));
    }

    private void tell(PlaybookAction action, Deal deal, Argument name, WaitingRun run, Viewer tahap) {
        Concerned.Group told = people.recipients(action, deal);
        String text = texts.filled(action.words(), deal.id(), tahap);
        notifications.send(
                told.ids(),
                Notification.ofDeal(
                                Topic.PLAYBOOK,
                                "playbook.notification",
                                deal.id(),
                                Argument.of(deal.facts().title()),
                                Argument.of(text))
                        .once("playbook-%d-%d".formatted(run.id(), action.id())));
        journal.write(
                deal.id(),
                null,
                JournalEntry.of("playbook.journal.told", name, Argument.of(told.names()))
                        .detailed(text));
    }
}
