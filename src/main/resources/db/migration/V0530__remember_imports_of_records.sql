-- Which import of records brought something in, so that it can be taken back. Who changes a record raises its version, which an
-- answer may have from before: import_version is the one with which it came.
alter table objection add column import_id bigint references deal_import;
alter table negotiation_term add column import_id bigint references deal_import;
alter table activity add column import_id bigint references deal_import;
alter table proposal add column import_id bigint references deal_import;
alter table deal_answer add column import_id bigint references deal_import, add column import_version integer;

create index objection_import on objection (import_id) where import_id is not null;
create index negotiation_term_import on negotiation_term (import_id) where import_id is not null;
create index activity_import on activity (import_id) where import_id is not null;
create index proposal_import on proposal (import_id) where import_id is not null;
create index deal_answer_import on deal_answer (import_id) where import_id is not null;
