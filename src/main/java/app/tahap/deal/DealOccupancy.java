package app.tahap.deal;

import app.tahap.pipeline.StageDeals;
import app.tahap.pipeline.StageOccupancy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts all deals of stages, whoever may see them. */
@Repository
class DealOccupancy implements StageOccupancy {

    private final JdbcClient jdbc;

    DealOccupancy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, StageDeals> count(Collection<Long> stageIds, LocalDate today) {
        Map<Long, StageDeals> counts = new HashMap<>();
        if (!stageIds.isEmpty()) {
            jdbc.sql("""
                            select stage_id,
                                   count(*) filter (where outcome = 'OPEN' and deleted_at is null
                                                      and (parked_until is null or parked_until <= :today)) as open,
                                   count(*) filter (where outcome = 'OPEN' and deleted_at is null
                                                      and parked_until > :today) as parked,
                                   count(*) filter (where outcome <> 'OPEN' and deleted_at is null) as closed,
                                   count(*) filter (where deleted_at is null and %s) as unknown,
                                   count(*) filter (where deleted_at is not null) as deleted,
                                   count(*) filter (where outcome = 'OPEN' and deleted_at is not null) as deleted_open
                              from deal d where stage_id in (:stages) group by stage_id
                            """.formatted(DealSql.STAGE_UNKNOWN))
                    .param("stages", stageIds)
                    .param("today", today)
                    .query(row -> {
                        counts.put(
                                row.getLong("stage_id"),
                                new StageDeals(
                                        row.getInt("open"),
                                        row.getInt("parked"),
                                        row.getInt("closed") - row.getInt("unknown"),
                                        row.getInt("unknown"),
                                        row.getInt("deleted"),
                                        row.getInt("deleted_open")));
                    });
        }
        return counts;
    }
}
