-- What was merged stays as its own record, deleted, and leads to the one that was kept.
alter table organization add column merged_into_id bigint references organization;
alter table organization add column merged_at timestamptz;
alter table organization add column merged_by bigint references users;
create index organization_merged on organization (merged_into_id) where merged_into_id is not null;
alter table organization add check (merged_into_id is null or deleted_at is not null);

alter table person add column merged_into_id bigint references person;
alter table person add column merged_at timestamptz;
alter table person add column merged_by bigint references users;
create index person_merged on person (merged_into_id) where merged_into_id is not null;
alter table person add check (merged_into_id is null or deleted_at is not null);

alter table deal add column merged_into_id bigint references deal;
create index deal_merged on deal (merged_into_id) where merged_into_id is not null;
alter table deal add check (merged_into_id is null or deleted_at is not null);
