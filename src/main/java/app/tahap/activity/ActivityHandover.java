package app.tahap.activity;

import app.tahap.account.UserDeactivated;
import app.tahap.account.Viewers;
import app.tahap.deal.DealSql;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands what somebody who leaves has planned over to the successor; where there is none, or one who may not see the deal,
 * to the deal's owner, and where that one has left as well, to the administrator. The address of the calendar serves no more.
 */
@Repository
class ActivityHandover {

    private static final String PLANNED =
            "a.assignee_id = :left and a.done_at is null and a.deleted_at is null and d.id = a.deal_id";

    private final Viewers viewers;
    private final JdbcClient jdbc;
    private final Clock clock;

    ActivityHandover(Viewers viewers, JdbcClient jdbc, Clock clock) {
        this.viewers = viewers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** After the deals were handed over, so that their owner is the new one. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(UserDeactivated left) {
        if (left.successorId() != null) {
            viewers.find(left.successorId()).ifPresent(successor -> {
                DealSql visible = DealSql.visibleTo(successor);
                jdbc.sql("""
                                update activity a
                                   set assignee_id = :successor, version = a.version + 1, changed_at = :now, reminded_at = null
                                  from deal d where %s and %s
                                """.formatted(PLANNED, visible.where()))
                        .params(visible.parameters())
                        .param("successor", successor.id())
                        .param("left", left.userId())
                        .param("now", now())
                        .update();
            });
        }
        jdbc.sql("""
                        update activity a
                           set assignee_id = case when u.deactivated_at is null then u.id else :administrator end,
                               version = a.version + 1, changed_at = :now, reminded_at = null
                          from deal d join users u on u.id = d.owner_id where %s
                        """.formatted(PLANNED))
                .param("administrator", left.administrator().id())
                .param("left", left.userId())
                .param("now", now())
                .update();
        jdbc.sql("delete from calendar_feed where user_id = :left")
                .param("left", left.userId())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
