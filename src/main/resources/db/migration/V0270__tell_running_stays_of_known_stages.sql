-- What was open at an earlier date is told by stage, and stages that an import did not tell apart: from the index alone.
drop index stage_stay_running;
create unique index stage_stay_running on stage_stay (deal_id) include (pipeline_id, stage_id, entered_at, stage_known)
    where left_at is null;
