-- What a move does to the database, as the server's log shows it (log_statement = all), without Tahap around it.
-- Open deals have the ids step, 2 * step, ... (see Generator), stages the ids 1 to 7.
\set deal :step * random(1, :open)
\set above :step * random(1, :open)
\set below :step * random(1, :open)
\set place random(1000, 9999)
begin;
select d.id, d.amount, d.closed_at, d.closing_owner_id, d.created_at, d.currency, d.deleted_at, d.expected_close, d.external_id, d.last_activity_at, d.last_event_at, d.organization_id, d.outcome, d.owner_id as owner, d.parked_until, d.person_id, d.pipeline_id, d.rank, d.rate, d.reason_id, d.reason_note, d.source_id, d.stage_id as stage, d.stage_entered_at, d.title, d.version as version from deal d where d.id = :deal and ((false = true and d.deleted_at is not null) or (false = false and d.deleted_at is null)) and (true = true or d.owner_id = 1 or d.owner_id in (select id from users where team_id = null)) for no key update of d \gset
\set target :stage % 7 + 1
select s.id, s.archived_at, s.created_at, s.name, s.position, s.probability, s.rotting_days, s.version, p.id, p.archived_at, p.created_at, p.name, p.position, p.version from stage s join pipeline p on p.id = s.pipeline_id where s.id = :target for share of s;
select s.id, s.archived_at, s.created_at, s.name, s.pipeline_id, s.position, s.probability, s.rotting_days, s.version from stage s where s.id = :stage;
select id, rank from deal where id in (:above, :below) and stage_id = :target and outcome = 'OPEN' and deleted_at is null;
insert into deal_event (actor_id, amount, currency, deal_id, deleted, idempotency_key, imported, kind, occurred_at, outcome, owner_id, pipeline_id, previous_rank, probability, rate, recorded_at, stage_entered_at, stage_id, stage_known, stage_position) values (1, 1000, 'USD', :deal, false, gen_random_uuid(), false, 'MOVED', clock_timestamp(), 'OPEN', :owner, 1, 'a0V', 0.5, 1, clock_timestamp(), clock_timestamp(), :target, true, :target) returning id as event \gset
update stage_stay set left_at = clock_timestamp(), left_by = :event, exit = 'MOVED', next_stage_id = :target, next_position = :target where deal_id = :deal and left_at is null returning coalesce(next_position > stage_position, false) as forward \gset
insert into stage_stay (deal_id, pipeline_id, stage_id, stage_position, stage_known, entered_at, entered_by, entry) values (:deal, 1, :target, :target, true, clock_timestamp(), :event, 'MOVED') returning exists (select from stage_stay where deal_id = :deal and stage_id = :target) as again \gset
\if :again or not :forward
update stage_stay s set detour = told.detour from (select id, coalesce(count(*) over (partition by deal_id, stage_id) > 1 or exit = 'REMAPPED' or exit = 'MOVED' and coalesce(next_position <= stage_position, true) or exit in ('WON', 'LOST', 'DISQUALIFIED') and lead(id) over (partition by deal_id order by entered_by) is not null, false) as detour from stage_stay where deal_id in (:deal)) told where told.id = s.id and told.detour <> s.detour;
\endif
update deal set stage_id = :target, rank = 'a0' || :place || 'V', stage_entered_at = clock_timestamp(), last_activity_at = clock_timestamp(), last_event_at = clock_timestamp(), version = :version + 1 where id = :deal and version = :version;
commit;
