package app.tahap.negotiation;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.activity.Activities;
import app.tahap.activity.ActivityImport;
import app.tahap.activity.ActivityImport.Told;
import app.tahap.activity.ActivityKinds;
import app.tahap.activity.ActivityPlan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final ActivityImport imported;
    private final ActivityKinds kinds;
    private final Owners owners;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    TermReminders(
            Activities activities,
            ActivityImport imported,
            ActivityKinds kinds,
            Owners owners,
            MessageSource messages,
            JdbcClient jdbc,
            Clock clock) {
        this.imported = imported;
        this.jdbc = jdbc;
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
            long whose = owners.staysActive(ownerId) ? ownerId : viewer.id();
            ActivityPlan plan = plan(term.getTitle(), deadline, whose, viewer);
            term.remindBy(activities.planItself(term.getDealId(), plan, null, viewer.id()));
        }
    }

    private ActivityPlan plan(String title, LocalDate deadline, long whose, Viewer viewer) {
        String subject = messages.getMessage("negotiation.term.reminder", new Object[] {title}, viewer.locale());
        return new ActivityPlan(kinds.task(), subject, deadline, null, null, whose);
    }

    /**
     * Plans the same for new terms that came by file. What is planned already, since it came by a file of activities, is not
     * planned again.
     *
     * @return the activity for each, in their order; null for one of which nobody is to be reminded
     */
    List<@Nullable Long> plan(List<ToldTerm> terms, Viewer importer, long importId) {
        List<@Nullable ActivityPlan> plans = plans(terms, importer);
        Map<Planned, Long> there =
                planned(terms.stream().map(ToldTerm::dealId).distinct().toList());
        List<@Nullable Long> ids = new ArrayList<>();
        List<Told> fresh = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            long deal = terms.get(i).dealId();
            ActivityPlan plan = plans.get(i);
            ids.add(plan == null ? null : there.remove(new Planned(deal, plan.subject(), plan.dueOn())));
            if (plan != null && ids.get(i) == null) {
                fresh.add(new Told(deal, plan, null, null));
            }
        }
        Iterator<Long> made = imported.write(fresh, importer.id(), importId).iterator();
        for (int i = 0; i < plans.size(); i++) {
            if (plans.get(i) != null && ids.get(i) == null) {
                ids.set(i, made.next());
            }
        }
        return ids;
    }

    private List<@Nullable ActivityPlan> plans(List<ToldTerm> terms, Viewer importer) {
        LocalDate today = importer.today(clock);
        Set<Long> active = owners.stayActive(
                terms.stream().map(ToldTerm::ownerId).distinct().toList());
        List<@Nullable ActivityPlan> plans = new ArrayList<>();
        for (ToldTerm term : terms) {
            LocalDate deadline = term.toRemindOf(today);
            long whose = active.contains(term.ownerId()) ? term.ownerId() : importer.id();
            plans.add(deadline == null ? null : plan(term.title(), deadline, whose, importer));
        }
        return plans;
    }

    private record Planned(long dealId, String subject, LocalDate dueOn) {}

    private Map<Planned, Long> planned(List<Long> dealIds) {
        Map<Planned, Long> planned = new HashMap<>();
        jdbc.sql("""
                        select id, deal_id, subject, due_on from activity
                         where deal_id = any(:deals) and done_at is null and deleted_at is null
                           and id not in (select activity_id from negotiation_term
                                           where deal_id = any(:deals) and activity_id is not null and deleted_at is null)
                        """).param("deals", dealIds.toArray(Long[]::new)).query(row -> {
            planned.put(
                    new Planned(
                            row.getLong("deal_id"), row.getString("subject"), row.getObject("due_on", LocalDate.class)),
                    row.getLong("id"));
        });
        return planned;
    }
}
