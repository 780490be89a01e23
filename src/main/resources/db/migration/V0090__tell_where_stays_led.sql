-- Where a stay led, for conversion between stages; next_position is null where it led to another pipeline, since places
-- of different pipelines do not compare. lasted_seconds is null while the stay lasts.
alter table stage_stay
    add next_stage_id  bigint references stage,
    add next_position  integer,
    add lasted_seconds bigint generated always as (extract(epoch from left_at - entered_at)::bigint) stored;
update stage_stay y
   set next_stage_id = e.stage_id,
       next_position = case when e.pipeline_id = y.pipeline_id then e.stage_position end
  from deal_event e
 where e.id = y.left_by and y.exit in ('MOVED', 'REMAPPED');

create or replace view derived_stage_stay as
    select deal_id, pipeline_id, stage_id, stage_position, stage_known, occurred_at as entered_at, id as entered_by,
           kind as entry, next_at as left_at, next_id as left_by, next_kind as exit,
           case when next_kind in ('MOVED', 'REMAPPED') then next_stage end as next_stage_id,
           case when next_kind in ('MOVED', 'REMAPPED') and next_pipeline = pipeline_id then next_place end as next_position
      from (select e.*,
                   lead(e.occurred_at) over by_deal as next_at,
                   lead(e.id) over by_deal as next_id,
                   lead(e.kind) over by_deal as next_kind,
                   lead(e.pipeline_id) over by_deal as next_pipeline,
                   lead(e.stage_id) over by_deal as next_stage,
                   lead(e.stage_position) over by_deal as next_place
              from effective_deal_event e
             where e.kind in ('CREATED', 'IMPORTED', 'REOPENED', 'MOVED', 'WON', 'LOST', 'DISQUALIFIED')
                or (e.kind = 'REMAPPED' and e.outcome = 'OPEN')
            window by_deal as (partition by e.deal_id order by e.id)) step
     where kind in ('CREATED', 'IMPORTED', 'REOPENED', 'MOVED', 'REMAPPED');
