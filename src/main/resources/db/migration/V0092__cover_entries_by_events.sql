-- The event that began a stay tells the order of a deal's stays, and whose the deal then was.
drop index stage_stay_entries;
create index stage_stay_entries on stage_stay (pipeline_id, entered_at)
    include (deal_id, stage_id, stage_position, stage_known, entry, entered_by, exit, next_stage_id, next_position, lasted_seconds);
