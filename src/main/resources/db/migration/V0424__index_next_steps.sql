-- Whose deals have no next step, or an overdue one.
create index deal_next_step on deal (owner_id, next_step_due) where outcome = 'OPEN' and deleted_at is null;
