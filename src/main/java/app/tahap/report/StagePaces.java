package app.tahap.report;

import app.tahap.deal.StaySql;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps how long won deals stayed in each stage, the limit for rotting where a stage sets none. Reading it from the stays
 * each time a board is opened would be too slow, and it changes slowly.
 */
@Repository
class StagePaces {

    /** From so few stays nothing can be said about what is usual. */
    static final int FEWEST = 10;

    /** Any number that no other advisory lock of ours has. */
    private static final long LOCK = 8_033;

    private static final String REFRESH = """
            insert into stage_pace (stage_id, p80_days, stays, computed_at)
            select y.stage_id, percentile_cont(0.8) within group (order by y.lasted_seconds) / 86400, count(*), :now
              from stage_stay y
              join deal d on d.id = y.deal_id
             where d.outcome = 'WON' and d.deleted_at is null and %s and %s
             group by y.stage_id
            having count(*) >= :fewest
            on conflict (stage_id) do update
               set p80_days = excluded.p80_days, stays = excluded.stays, computed_at = excluded.computed_at
            """.formatted(StaySql.ENTERED, StaySql.LEFT);

    private final JdbcClient jdbc;
    private final Clock clock;

    StagePaces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Reads the paces anew, unless they are younger than the given age, or another replica is at it.
     *
     * @return whether that was done
     */
    @Transactional
    public boolean refresh(Duration age) {
        Instant now = clock.instant();
        if (!tryLock() || isYounger(now.minus(age))) {
            return false;
        }
        jdbc.sql(REFRESH)
                .param("now", Timestamp.from(now))
                .param("fewest", FEWEST)
                .update();
        jdbc.sql("delete from stage_pace where computed_at < :now")
                .param("now", Timestamp.from(now))
                .update();
        return true;
    }

    private boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private boolean isYounger(Instant than) {
        return jdbc.sql("select exists (select from stage_pace where computed_at > :than)")
                .param("than", Timestamp.from(than))
                .query(Boolean.class)
                .single();
    }
}
