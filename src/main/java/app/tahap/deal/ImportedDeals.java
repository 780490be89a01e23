package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the deals of an import back together, and restores them. Does to all deals in one statement what
 * {@link Deal#delete} and {@link Deal#restore} do to one, events included: there may be thousands. A test holds them alike.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ImportedDeals {

    /** Nobody worked on the deal: nothing happened to it but what concerned many deals at once, and nobody wrote a note. */
    private static final String UNTOUCHED = """
            not exists (select from deal_event e
                         where e.deal_id = d.id and not e.imported
                           and e.kind not in ('REMAPPED', 'DELETED', 'RESTORED')
                           and not (e.kind = 'AMENDED' and e.changes @> '[{"field": "rate"}]'
                                    and jsonb_array_length(e.changes) = 1))
            and not exists (select from deal_note n where n.deal_id = d.id and n.deleted_at is null)
            and not exists (select from deal_journal j where j.deal_id = d.id)""";

    private static final String LOG = """
            insert into deal_event
                (deal_id, kind, actor_id, occurred_at, recorded_at, pipeline_id, stage_id, stage_position,
                 stage_entered_at, outcome, closed_at, closing_owner_id, reason_id, reason_note, parked_until,
                 amount, currency, rate, probability, expected_close, owner_id, deleted, changes)
            select d.id, '%s', :actor, d.last_event_at, :now, d.pipeline_id, d.stage_id, s.position,
                   d.stage_entered_at, d.outcome, d.closed_at, d.closing_owner_id, d.reason_id, d.reason_note,
                   d.parked_until, d.amount, d.currency, case d.outcome when 'OPEN' then r.rate else d.rate end,
                   case d.outcome when 'OPEN' then s.probability when 'WON' then 1 else 0 end,
                   d.expected_close, d.owner_id, d.deleted_at is not null, %s
              from changed d
              join stage s on s.id = d.stage_id
              left join rates_on(:today) r on r.currency = d.currency
             order by d.id
            """;

    private static final String DELETE = """
            with changed as (
                update deal d
                   set deleted_at = :now, version = d.version + 1, last_event_at = greatest(d.last_event_at, :now),
                       last_activity_at = greatest(d.last_event_at, :now)
                 where d.import_id = :import and d.deleted_at is null and %s
                returning d.*)
            """.formatted(UNTOUCHED) + LOG.formatted("DELETED", "null::jsonb");

    /** Who brings an open deal back whose owner has left takes it over, as with a single deal. */
    private static final String RESTORE = """
            with orphaned as (
                select d.id, d.owner_id as owner_before from deal d
                 where d.id = any(:deals) and d.outcome = 'OPEN' and d.owner_id <> all(:active)),
            changed as (
                update deal d
                   set deleted_at = null, version = d.version + 1, last_event_at = greatest(d.last_event_at, :now),
                       last_activity_at = greatest(d.last_event_at, :now),
                       owner_id = case when exists (select from orphaned o where o.id = d.id) then :actor else d.owner_id end
                 where d.id = any(:deals)
                returning d.*, (select o.owner_before from orphaned o where o.id = d.id) as owner_before)
            """ + LOG.formatted("RESTORED", """
            case when d.owner_before is not null
                 then jsonb_build_array(jsonb_build_object(
                          'field', 'owner', 'before', d.owner_before::text, 'after', d.owner_id::text)) end""");

    private final Owners owners;
    private final JdbcClient jdbc;

    ImportedDeals(Owners owners, JdbcClient jdbc) {
        this.owners = owners;
        this.jdbc = jdbc;
    }

    /**
     * What taking an import back would do.
     *
     * @param leaving deals, or records of them, that nobody has worked on
     * @param staying such as somebody has worked on
     */
    public record Prospect(int leaving, int staying) {

        /** Whether nothing of the import is there. */
        public boolean isEmpty() {
            return leaving + staying == 0;
        }
    }

    @Transactional(readOnly = true)
    public Prospect prospect(long importId) {
        return jdbc.sql("""
                        select count(*) filter (where untouched) as leaving, count(*) filter (where not untouched) as staying
                          from (select %s as untouched from deal d where d.import_id = :import and d.deleted_at is null) d
                        """.formatted(UNTOUCHED))
                .param("import", importId)
                .query(Prospect.class)
                .single();
    }

    /**
     * The deals that left with an import that was taken back, and are still deleted.
     *
     * @param restorable such as restoring the import brings back
     * @param replaced such as were imported again, which stay deleted while those are there
     */
    public record Absent(int restorable, int replaced) {

        public int all() {
            return restorable + replaced;
        }
    }

    @Transactional(readOnly = true)
    public Absent absent(long importId, Instant takenBackAt) {
        return jdbc.sql("""
                        select count(*) filter (where not replaced) as restorable, count(*) filter (where replaced) as replaced
                          from (select %s as replaced from deal d where d.import_id = :import and d.deleted_at = :at) d
                        """.formatted(DealSql.REPLACED))
                .param("import", importId)
                .param("at", takenBackAt.atOffset(ZoneOffset.UTC))
                .query(Absent.class)
                .single();
    }

    /** Deletes those that nobody has worked on, and answers how many those are. */
    public int delete(long importId, Instant now, Viewer by) {
        lock("import_id = :import and deleted_at is null", importId, now);
        return jdbc.sql(DELETE)
                .param("import", importId)
                .param("actor", by.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", now.atZone(by.zone()).toLocalDate())
                .update();
    }

    /** Restores those that were deleted at a moment, but for such as were imported again; answers how many those are. */
    public int restore(long importId, Instant takenBackAt, Instant now, Viewer by) {
        lock("import_id = :import and deleted_at = :at", importId, takenBackAt);
        List<Deleted> deals = jdbc.sql("""
                        select d.id, d.owner_id, d.outcome = 'OPEN' as open from deal d
                         where d.import_id = :import and d.deleted_at = :at and not %s
                        """.formatted(DealSql.REPLACED))
                .param("import", importId)
                .param("at", takenBackAt.atOffset(ZoneOffset.UTC))
                .query(Deleted.class)
                .list();
        Collection<Long> active = owners.stayActive(deals.stream()
                .filter(Deleted::open)
                .map(Deleted::ownerId)
                .distinct()
                .toList());
        return jdbc.sql(RESTORE)
                .param("deals", deals.stream().map(Deleted::id).toArray(Long[]::new))
                .param("active", active.toArray(Long[]::new))
                .param("actor", by.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", now.atZone(by.zone()).toLocalDate())
                .update();
    }

    /** In the order of their ids, as whoever locks many; what is decided next sees what others did until then. */
    private void lock(String which, long importId, Instant at) {
        jdbc.sql("select count(*) from (select id from deal where " + which + " order by id for no key update) locked")
                .param("import", importId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private record Deleted(long id, long ownerId, boolean open) {}
}
