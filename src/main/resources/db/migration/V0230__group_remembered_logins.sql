-- All tokens that one login was exchanged for, so that logging out ends every one of them.
alter table remembered_login add column series uuid not null default gen_random_uuid();
alter table remembered_login alter column series drop default;
create index remembered_login_series on remembered_login (series);
