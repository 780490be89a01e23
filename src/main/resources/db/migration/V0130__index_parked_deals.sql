-- The board tells how many deals are parked: few of the many open ones.
create index deal_parked on deal (pipeline_id, parked_until)
    where parked_until is not null and outcome = 'OPEN' and deleted_at is null;
