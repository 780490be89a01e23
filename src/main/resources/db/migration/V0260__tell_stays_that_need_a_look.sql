-- A detour is known of each stay, not of each deal: most stays of a deal that once went back tell as plainly as others what
-- became of it. Those that do not: the deal came to the stage more than once, it left otherwise than forward, or it was
-- closed there and came back. See decision 0260.
drop view derived_stage_stay;
drop index stage_stay_detours, stage_stay_entries, stage_stay_exits, stage_stay_deal, stage_stay_running;
alter table stage_stay drop column detour;
alter table stage_stay
    add column detour boolean not null default false,
    add column counted boolean not null
        generated always as (stage_known and entry in ('CREATED', 'IMPORTED', 'MOVED')) stored;
update stage_stay s
   set detour = true
  from (select id, count(*) over (partition by deal_id, stage_id) > 1
                   or exit = 'REMAPPED'
                   or exit = 'MOVED' and coalesce(next_position <= stage_position, true)
                   or exit in ('WON', 'LOST', 'DISQUALIFIED')
                      and lead(id) over (partition by deal_id order by entered_by) is not null as detour
          from stage_stay) told
 where told.id = s.id and told.detour;

create view derived_stage_stay as
    select deal_id, pipeline_id, stage_id, stage_position, stage_known, occurred_at as entered_at, id as entered_by,
           kind as entry, next_at as left_at, next_id as left_by, next_kind as exit,
           case when next_kind in ('MOVED', 'REMAPPED') then next_stage end as next_stage_id,
           case when next_kind in ('MOVED', 'REMAPPED') and next_pipeline = pipeline_id then next_place end as next_position,
           coalesce(count(*) over (partition by deal_id, stage_id) > 1
                    or next_kind = 'REMAPPED'
                    or next_kind = 'MOVED' and (next_pipeline <> pipeline_id or next_place <= stage_position)
                    or next_kind in ('WON', 'LOST', 'DISQUALIFIED') and last_id > next_id, false) as detour
      from (select e.*,
                   lead(e.occurred_at) over by_deal as next_at,
                   lead(e.id) over by_deal as next_id,
                   lead(e.kind) over by_deal as next_kind,
                   lead(e.pipeline_id) over by_deal as next_pipeline,
                   lead(e.stage_id) over by_deal as next_stage,
                   lead(e.stage_position) over by_deal as next_place,
                   max(e.id) over (partition by e.deal_id) as last_id
              from effective_deal_event e
             where e.kind in ('CREATED', 'IMPORTED', 'REOPENED', 'MOVED', 'WON', 'LOST', 'DISQUALIFIED')
                or (e.kind = 'REMAPPED' and e.outcome = 'OPEN')
            window by_deal as (partition by e.deal_id order by e.id)) step
     where kind in ('CREATED', 'IMPORTED', 'REOPENED', 'MOVED', 'REMAPPED');

-- What reports read of the stays of a period, what came after one, and nothing else: what is narrow is read fast.
create index stage_stay_entries on stage_stay (pipeline_id, counted, entered_at)
    include (deal_id, stage_id, next_stage_id, lasted_seconds, entered_by, detour, exit);
create index stage_stay_detours on stage_stay (pipeline_id, entered_at)
    include (deal_id, stage_id, stage_position, entered_by, next_stage_id, next_position, exit)
    where detour and counted;
create index stage_stay_exits on stage_stay (pipeline_id, left_at)
    include (deal_id, stage_id, entered_at, left_by, detour, stage_known, exit);
create unique index stage_stay_running on stage_stay (deal_id) include (pipeline_id, stage_id, entered_at)
    where left_at is null;
create index stage_stay_deal on stage_stay (deal_id, entered_by)
    include (pipeline_id, stage_id, stage_position, entry);

-- What a closed deal is worth in the base currency; multiplied once, not whenever a report is read.
alter table deal add column value numeric generated always as (amount * rate) stored;
drop index deal_closed;
create index deal_closed on deal (pipeline_id, closed_at)
    include (outcome, closing_owner_id, reason_id, created_at, created_known, amount, value)
    where closed_at is not null and deleted_at is null;

-- Compared with the days of every open deal: as the same type of number, so that none has to be converted for it.
alter table stage_pace alter column p80_days type double precision;
