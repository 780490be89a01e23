package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.activity.Activities;
import app.tahap.activity.ActivityKinds;
import app.tahap.activity.ActivityPlan;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What reviews plan: activities of deals, of which is remembered that they come from there. */
@Repository
class FollowUps {

    private static final String ROWS = """
            select a.id, f.deal_id, a.subject, a.due_on as due, u.name as assignee, a.done_at is not null as done
              from review_follow_up f join activity a on a.id = f.activity_id join users u on u.id = a.assignee_id
             where f.review_id = :review and a.deleted_at is null and (cast(:deal as bigint) is null or f.deal_id = :deal)
             order by f.deal_id, a.due_on, a.id
            """;

    private final Activities activities;
    private final ActivityKinds kinds;
    private final JdbcClient jdbc;

    FollowUps(Activities activities, ActivityKinds kinds, JdbcClient jdbc) {
        this.activities = activities;
        this.kinds = kinds;
        this.jdbc = jdbc;
    }

    /** @param dealId null for all deals of the review */
    List<FollowUp> of(long reviewId, @Nullable Long dealId) {
        return jdbc.sql(ROWS)
                .param("review", reviewId)
                .param("deal", dealId, java.sql.Types.BIGINT)
                .query(FollowUp.class)
                .list();
    }

    /** Plans what the form asks for; the same key again plans nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    void plan(long reviewId, long dealId, String subject, MeetingForm form, Viewer viewer) {
        long assignee = Objects.requireNonNullElse(form.assignee(), viewer.id());
        ActivityPlan plan =
                new ActivityPlan(kinds.task(), subject, Objects.requireNonNull(form.due()), null, null, assignee);
        @Nullable UUID key = form.key();
        long activity = activities.plan(dealId, plan, key, viewer);
        jdbc.sql("""
                        insert into review_follow_up (activity_id, review_id, deal_id) values (:activity, :review, :deal)
                        on conflict (activity_id) do nothing
                        """)
                .param("activity", activity)
                .param("review", reviewId)
                .param("deal", dealId)
                .update();
    }
}
