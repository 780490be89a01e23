package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DealPlaces {

    private final JdbcClient jdbc;
    private final Clock clock;

    DealPlaces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    DealPlace load(long dealId, Viewer viewer) {
        DealSql visible = DealSql.of(DealCriteria.NONE, viewer, viewer.today(clock));
        return jdbc.sql("""
                        select d.id, d.version, d.title, d.pipeline_id, d.stage_id, s.name as stage,
                               o.name as organization, d.outcome, d.parked_until, e.kind as last_event,
                               coalesce(e.changes @> '[{"field": "owner"}]', false) as changed_hands, u.name as last_actor
                          from deal d
                          join stage s on s.id = d.stage_id
                          left join organization o on o.id = d.organization_id
                          join lateral (select * from deal_event e where e.deal_id = d.id order by e.id desc limit 1) e on true
                          left join users u on u.id = e.actor_id
                         where d.id = :deal and %s
                        """.formatted(visible.where()))
                .params(visible.parameters())
                .param("deal", dealId)
                .query(DealPlace.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("deal", dealId));
    }
}
