package app.tahap.closing;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.activity.Activities;
import app.tahap.activity.ActivityKinds;
import app.tahap.activity.ActivityPlan;
import app.tahap.deal.Deal;
import app.tahap.deal.DealAudience;
import app.tahap.deal.DealRepository;
import app.tahap.deal.Outcome;
import app.tahap.deal.OutcomeChanged;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans what follows the end of a deal: its hand-over once it is won, and another look at one that was lost. What was planned
 * is taken back with the outcome, apart from what was done; so winning again makes nothing twice.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Aftermath {

    private final Activities activities;
    private final ActivityKinds kinds;
    private final DealRepository deals;
    private final Owners owners;
    private final DealAudience audience;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    Aftermath(
            Activities activities,
            ActivityKinds kinds,
            DealRepository deals,
            Owners owners,
            DealAudience audience,
            MessageSource messages,
            JdbcClient jdbc,
            Clock clock) {
        this.activities = activities;
        this.kinds = kinds;
        this.deals = deals;
        this.owners = owners;
        this.audience = audience;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param lookAgain the day on which somebody wants to look at a deal that is lost now */
    void follow(OutcomeChanged changed, @Nullable LocalDate lookAgain) {
        Viewer by = changed.by();
        long dealId = changed.dealId();
        if (changed.outcome() == Outcome.WON) {
            withdraw(dealId, false);
            handOver(dealId, by);
        } else {
            withdraw(dealId, true);
            if (changed.outcome() != Outcome.LOST) {
                withdraw(dealId, false);
            } else if (lookAgain != null && lookAgain.isAfter(by.today(clock)) && !isPlanned(dealId)) {
                String subject = messages.getMessage("closing.look-again.subject", null, by.locale());
                plan(dealId, null, subject, lookAgain, null, by);
            }
        }
    }

    private void handOver(long dealId, Viewer by) {
        record Item(
                long id, String text, int days, @Nullable Long assigneeId) {}
        List<Item> items = jdbc.sql("""
                        select i.id, i.text, i.days, i.assignee_id from handover_item i
                          join deal d on d.pipeline_id = i.pipeline_id
                         where d.id = :deal and i.archived_at is null
                           and not exists (select from deal_follow_up f where f.deal_id = d.id and f.item_id = i.id)
                         order by i.position, i.id
                        """).param("deal", dealId).query(Item.class).list();
        for (Item item : items) {
            plan(dealId, item.id(), item.text(), by.today(clock).plusDays(item.days()), item.assigneeId(), by);
        }
    }

    private void plan(
            long dealId, @Nullable Long itemId, String subject, LocalDate due, @Nullable Long assignee, Viewer by) {
        long whose =
                assignee != null && audience.among(List.of(assignee), dealId).contains(assignee)
                        ? assignee
                        : ownerOf(dealId, by);
        ActivityPlan plan = new ActivityPlan(kinds.task(), subject, due, null, null, whose);
        long activity = activities.planItself(dealId, plan, null, by.id());
        jdbc.sql("insert into deal_follow_up (activity_id, deal_id, item_id) values (:activity, :deal, :item)")
                .param("activity", activity)
                .param("deal", dealId)
                .param("item", itemId, Types.BIGINT)
                .update();
    }

    private long ownerOf(long dealId, Viewer by) {
        Deal deal = deals.findById(dealId).orElseThrow();
        long owner = deal.facts().ownerId();
        return owners.staysActive(owner) ? owner : by.id();
    }

    private boolean isPlanned(long dealId) {
        return jdbc.sql("""
                        select exists (select from deal_follow_up f join activity a on a.id = f.activity_id
                                        where f.deal_id = :deal and f.item_id is null
                                          and a.done_at is null and a.deleted_at is null)
                        """).param("deal", dealId).query(Boolean.class).single();
    }

    /** @param handedOver whether what followed winning, or what followed losing */
    private void withdraw(long dealId, boolean handedOver) {
        List<Long> planned = jdbc.sql("""
                        select activity_id from deal_follow_up where deal_id = :deal and (item_id is not null) = :handed
                         order by activity_id
                        """)
                .param("deal", dealId)
                .param("handed", handedOver)
                .query(Long.class)
                .list();
        for (long activity : planned) {
            if (activities.withdrawItself(activity)) {
                jdbc.sql("delete from deal_follow_up where activity_id = :activity")
                        .param("activity", activity)
                        .update();
            }
        }
    }
}
