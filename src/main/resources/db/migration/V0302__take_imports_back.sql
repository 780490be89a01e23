-- An import that was taken back: the deals that left with it were deleted at this very moment, and so are found again.
alter table deal_import add column taken_back_at timestamptz;

-- Whatever was taken back can be imported again: an id is that of one deal at a time, not of one for good.
alter table deal drop constraint deal_external_id_key;
create unique index deal_external_id on deal (external_id) where deleted_at is null;
create index deal_external_id_deleted on deal (external_id) where deleted_at is not null and external_id is not null;
