package app.tahap.activity;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import app.tahap.deal.Deal;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans activities and tells what came of them. Who may see a deal may do so; the deal is locked first, so that its next
 * step always follows from what is planned.
 */
@Service
@Transactional
public class Activities {

    private final ActivityRepository activities;
    private final ActivityKinds kinds;
    private final NextSteps nextSteps;
    private final DealRepository deals;
    private final DealJournal journal;
    private final Viewers viewers;
    private final Owners owners;
    private final Clock clock;

    Activities(
            ActivityRepository activities,
            ActivityKinds kinds,
            NextSteps nextSteps,
            DealRepository deals,
            DealJournal journal,
            Viewers viewers,
            Owners owners,
            Clock clock) {
        this.activities = activities;
        this.kinds = kinds;
        this.nextSteps = nextSteps;
        this.deals = deals;
        this.journal = journal;
        this.viewers = viewers;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * Plans an activity of a deal, and returns its id. The same request again is answered with the activity that it made.
     *
     * @throws NotFoundException where the viewer may not see the deal
     * @throws RuleException where the assignee has left, or may not see the deal
     * @throws DuplicateKeyException where the key is that of another request
     */
    public long plan(long dealId, ActivityPlan plan, @Nullable UUID key, Viewer viewer) {
        deals.loadForChange(dealId, viewer);
        requireAssignable(dealId, plan.assigneeId());
        return add(dealId, plan, viewer.id(), key).id();
    }

    /**
     * Plans an activity on behalf of Tahap itself, within the transaction of what asks for it, which has locked the deal.
     *
     * @param author who set it off; null for nobody
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long planItself(long dealId, ActivityPlan plan, @Nullable UUID key, @Nullable Long author) {
        return add(dealId, plan, author, key).id();
    }

    /**
     * Tells of an activity that has happened already.
     *
     * @param at not in the future
     */
    public long log(
            long dealId, ActivityPlan plan, @Nullable String outcome, Instant at, @Nullable UUID key, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        requireAssignable(dealId, plan.assigneeId());
        Activity activity = add(dealId, plan, viewer.id(), key);
        if (!activity.isDone()) {
            activity.complete(viewer.id(), outcome, at, clock.instant());
            follow(activity);
            deal.touch(clock.instant());
            tell(activity, "activity.journal.logged", at, viewer);
        }
        return activity.id();
    }

    /** An activity is done: it comes to stand in the deal's history, and the next one becomes the next step. */
    Activity complete(long id, @Nullable String outcome, @Nullable Integer version, Viewer viewer) {
        Deal deal = lockedDeal(id, viewer);
        Activity activity = load(id, false);
        if (activity.wasDone(viewer.id(), outcome)) {
            return activity; // the same request again
        }
        Instant now = clock.instant();
        requireVersion(activity, version);
        activity.complete(viewer.id(), outcome, now, now);
        follow(activity);
        deal.touch(now);
        tell(activity, "activity.journal.done", now, viewer);
        return activity;
    }

    /** Takes back that an activity was done. */
    Activity reopen(long id, Viewer viewer) {
        lockedDeal(id, viewer);
        Activity activity = load(id, false);
        activity.reopen(clock.instant());
        follow(activity);
        tell(activity, "activity.journal.reopened", clock.instant(), viewer);
        return activity;
    }

    /** Plans it for another day, at the same time of it. */
    Activity reschedule(long id, LocalDate day, @Nullable Integer version, Viewer viewer) {
        lockedDeal(id, viewer);
        Activity activity = load(id, false);
        if (activity.isDone()) {
            throw new RuleException("activity.done.already", activity.plan().subject());
        }
        if (!activity.plan().dueOn().equals(day)) {
            requireVersion(activity, version);
            activity.plan(activity.plan().on(day), clock.instant());
            follow(activity);
        }
        return activity;
    }

    /** Changes what is planned, or what is told of a done activity. */
    Activity amend(long id, ActivityPlan plan, @Nullable String outcome, @Nullable Integer version, Viewer viewer) {
        lockedDeal(id, viewer);
        Activity activity = load(id, false);
        boolean same = activity.plan().equals(plan) && Objects.equals(activity.outcome(), outcome);
        if (!same) {
            requireVersion(activity, version);
            if (activity.plan().assigneeId() != plan.assigneeId()) {
                requireAssignable(activity.dealId(), plan.assigneeId());
            }
            activity.plan(plan, clock.instant());
            if (activity.isDone()) {
                activity.tell(outcome, clock.instant());
            }
            follow(activity);
        }
        return activity;
    }

    /** Deletes an activity; it can be restored. */
    Activity delete(long id, @Nullable Integer version, Viewer viewer) {
        lockedDeal(id, viewer);
        Activity activity = load(id, false);
        requireVersion(activity, version);
        activity.delete(clock.instant());
        follow(activity);
        if (activity.isDone()) {
            tell(activity, "activity.journal.deleted", clock.instant(), viewer);
        }
        return activity;
    }

    Activity restore(long id, Viewer viewer) {
        lockedDeal(id, viewer);
        Activity activity = load(id, true);
        activity.restore(clock.instant());
        follow(activity);
        if (activity.isDone()) {
            tell(activity, "activity.journal.restored", clock.instant(), viewer);
        }
        return activity;
    }

    /**
     * Takes back what Tahap planned itself, within the transaction of what takes it back, which has locked the deal.
     *
     * @return false where it was done, and so stays
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean withdrawItself(long id) {
        Activity activity = activities.findById(id).orElseThrow(() -> new NotFoundException("activity", id));
        if (activity.isDone()) {
            return false;
        }
        if (!activity.isDeleted()) {
            activity.delete(clock.instant());
            follow(activity);
        }
        return true;
    }

    private Activity add(long dealId, ActivityPlan plan, @Nullable Long author, @Nullable UUID key) {
        Activity earlier =
                key == null ? null : activities.findByIdempotencyKey(key).orElse(null);
        if (earlier != null) {
            if (!earlier.isAsToldBy(dealId, plan, author)) {
                throw new DuplicateKeyException("The key is that of activity " + earlier.id());
            }
            return earlier;
        }
        Activity added = activities.saveAndFlush(new Activity(dealId, plan, author, key, clock.instant()));
        nextSteps.follow(dealId);
        return added;
    }

    private Deal lockedDeal(long activityId, Viewer viewer) {
        long dealId =
                activities.findDealId(activityId).orElseThrow(() -> new NotFoundException("activity", activityId));
        return deals.loadForChange(dealId, viewer);
    }

    private Activity load(long id, boolean deleted) {
        return activities
                .findById(id)
                .filter(activity -> activity.isDeleted() == deleted)
                .orElseThrow(() -> new NotFoundException("activity", id));
    }

    /**
     * Makes sure, until the end of the transaction, that a user can be given activities of a deal.
     *
     * @throws RuleException where that user has left, or may not see the deal
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireAssignable(long dealId, long assigneeId) {
        boolean active = owners.staysActive(assigneeId);
        boolean sees = active
                && viewers.find(assigneeId)
                        .filter(assignee -> deals.isVisible(dealId, assignee))
                        .isPresent();
        if (!sees) {
            throw new RuleException(active ? "activity.assignee.blind" : "activity.assignee.left");
        }
    }

    private void follow(Activity activity) {
        activities.flush();
        nextSteps.follow(activity.dealId());
    }

    private void tell(Activity activity, String message, Instant at, Viewer viewer) {
        String kind = kinds.load(activity.plan().kindId()).label();
        journal.write(
                activity.dealId(),
                viewer.id(),
                at,
                JournalEntry.of(
                                message,
                                Argument.of(kind),
                                Argument.of(activity.plan().subject()))
                        .detailed(activity.outcome())
                        .leadingTo("/activities/" + activity.id()));
    }

    private static void requireVersion(Activity activity, @Nullable Integer seen) {
        Versions.requireCurrent(Activity.class, activity.getVersion(), seen);
    }
}
