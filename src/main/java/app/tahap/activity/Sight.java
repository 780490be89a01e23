package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import app.tahap.deal.DealSql;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom something can be planned for: who is here, and may see the deal. Asks once for each person. */
final class Sight {

    private final Viewers viewers;
    private final JdbcClient jdbc;
    private final Map<Long, Set<Long>> dealsOf = new HashMap<>();

    Sight(Viewers viewers, JdbcClient jdbc) {
        this.viewers = viewers;
        this.jdbc = jdbc;
    }

    boolean reaches(long userId, long dealId) {
        return dealsOf.computeIfAbsent(userId, this::deals).contains(dealId);
    }

    private Set<Long> deals(long userId) {
        Optional<Viewer> viewer = viewers.find(userId);
        if (viewer.isEmpty()) {
            return Set.of();
        }
        DealSql visible = DealSql.visibleTo(viewer.get());
        return new HashSet<>(jdbc.sql("select d.id from deal d where d.deleted_at is null and " + visible.where())
                .params(visible.parameters())
                .query(Long.class)
                .list());
    }
}
