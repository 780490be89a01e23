-- What stage_stay must hold: a stay begins with an event that enters a stage and ends with the deal's next event that
-- leaves it. Undone events do not count; a closed deal that is remapped has no running stay to end.
create view derived_stage_stay as
    select deal_id, pipeline_id, stage_id, stage_position, stage_known, occurred_at as entered_at, id as entered_by,
           kind as entry, next_at as left_at, next_id as left_by, next_kind as exit
      from (select e.*,
                   lead(e.occurred_at) over by_deal as next_at,
                   lead(e.id) over by_deal as next_id,
                   lead(e.kind) over by_deal as next_kind
              from effective_deal_event e
             where e.kind in ('CREATED', 'IMPORTED', 'REOPENED', 'MOVED', 'WON', 'LOST', 'DISQUALIFIED')
                or (e.kind = 'REMAPPED' and e.outcome = 'OPEN')
            window by_deal as (partition by e.deal_id order by e.id)) step
     where kind in ('CREATED', 'IMPORTED', 'REOPENED', 'MOVED', 'REMAPPED');
