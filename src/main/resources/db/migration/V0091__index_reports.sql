-- What a report reads of a period's stays, without visiting the table.
drop index stage_stay_pipeline;
create index stage_stay_entries on stage_stay (pipeline_id, entered_at)
    include (deal_id, stage_id, stage_position, stage_known, entry, exit, next_stage_id, next_position, lasted_seconds);
create index stage_stay_exits on stage_stay (pipeline_id, left_at)
    include (deal_id, stage_id, stage_known, entered_at, exit);
-- Deals that did not walk from stage to stage once and forward: what became of them is not told by each stay alone.
create index stage_stay_detours on stage_stay (pipeline_id, deal_id)
    where entry in ('REOPENED', 'REMAPPED') or next_position <= stage_position or (next_stage_id is not null and next_position is null);

create index deal_unvalued on deal (pipeline_id, closed_at)
    where closed_at is not null and amount is not null and rate is null and deleted_at is null;
create index deal_deleted on deal (id) where deleted_at is not null;

-- Events by which figures of a month change after it has ended.
create index deal_event_restating on deal_event (pipeline_id, occurred_at)
    where kind in ('REOPENED', 'DELETED', 'RESTORED');
