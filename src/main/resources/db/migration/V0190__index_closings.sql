-- What a report reads of the deals that were closed in a period, without visiting the table.
drop index deal_closed;
create index deal_closed on deal (pipeline_id, closed_at)
    include (outcome, amount, currency, rate, closing_owner_id, reason_id, created_at, created_known)
    where closed_at is not null and deleted_at is null;
