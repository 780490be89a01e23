-- The planner took the indexed condition for true of every third stay, where it is of one in a hundred; a column has statistics.
alter table stage_stay
    add column detour boolean not null
        generated always as (entry in ('REOPENED', 'REMAPPED')
                             or coalesce(next_position <= stage_position, false)
                             or (next_stage_id is not null and next_position is null)) stored;
drop index stage_stay_detours;
create index stage_stay_detours on stage_stay (pipeline_id, deal_id) where detour;

-- Reports and the board read indexes alone where a page is known to be visible to all, which only a vacuum tells. At the usual
-- fifth of a table it would come after years, and never for the newest rows, which are those that are looked at.
alter table stage_stay set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01,
                            autovacuum_analyze_scale_factor = 0.02);
alter table deal set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01,
                      autovacuum_analyze_scale_factor = 0.02);
