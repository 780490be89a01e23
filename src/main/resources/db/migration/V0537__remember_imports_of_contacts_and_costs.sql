-- Which import brought something in, so that it can be taken back: see V0530. Organisations also came with people.
alter table organization add column import_id bigint references deal_import;
alter table person add column import_id bigint references deal_import;
alter table campaign add column import_id bigint references deal_import;
alter table acquisition_cost add column import_id bigint references deal_import;

create index organization_import on organization (import_id) where import_id is not null;
create index person_import on person (import_id) where import_id is not null;
create index campaign_import on campaign (import_id) where import_id is not null;
create index acquisition_cost_import on acquisition_cost (import_id) where import_id is not null;
