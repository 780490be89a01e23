package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.web.Choice;
import app.tahap.web.NotFoundException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a deal for its page, if the viewer may see it; deleted ones too, so that they can be restored. */
@Repository
class DealViews {

    private final JdbcClient jdbc;
    private final Clock clock;

    DealViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    DealView load(long dealId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql("""
                        select d.id, d.version, d.title, d.amount, d.currency,
                               %s as rate, case d.outcome when 'OPEN' then r.valid_from end as rate_of,
                               d.expected_close, d.pipeline_id,
                               pl.name as pipeline, d.stage_id, s.name as stage, s.probability, d.outcome,
                               re.label as reason, d.reason_note, d.closed_at, d.parked_until,
                               coalesce(d.parked_until > :day, false) as parked,
                               case when not %s then d.stage_entered_at end as stage_entered_at,
                               case when d.created_known then d.created_at end as created_at, d.owner_id, u.name as owner, d.organization_id, o.name as organization,
                               d.person_id, pe.name as person, d.source_id, so.label as source,
                               d.campaign_id, ca.name as campaign, %s as tag_list,
                               coalesce(d.deleted_at is null and %s, false) as rotting, d.deleted_at is not null as deleted,
                               d.deleted_at is not null and %s as replaced,
                               d.merged_into_id, (select m.title from deal m where m.id = d.merged_into_id) as merged_into
                          from deal d
                          join stage s on s.id = d.stage_id
                          join pipeline pl on pl.id = d.pipeline_id
                          join users u on u.id = d.owner_id
                          left join stage_pace p on p.stage_id = d.stage_id
                          left join rates_on(:day) r on r.currency = d.currency
                          left join organization o on o.id = d.organization_id
                          left join person pe on pe.id = d.person_id
                          left join outcome_reason re on re.id = d.reason_id
                          left join lead_source so on so.id = d.source_id
                          left join campaign ca on ca.id = d.campaign_id
                         where d.id = :deal and %s
                        """.formatted(
                                DealSql.RATE,
                                DealSql.ENTRY_UNKNOWN,
                                Tag.LIST,
                                DealTrait.ROTTING.condition(),
                                DealSql.REPLACED,
                                visible.where()))
                .params(visible.parameters())
                .param("deal", dealId)
                .param("day", viewer.today(clock))
                .param("today", viewer.today(clock))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(DealView.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("deal", dealId));
    }

    /** Lead sources in use, and the one that a deal has although it was archived. */
    List<Choice> sources(@Nullable Long current) {
        return jdbc.sql(
                        "select id, label from lead_source where archived_at is null or id = :current order by position, id")
                .param("current", current, Types.BIGINT)
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("label")))
                .list();
    }
}
