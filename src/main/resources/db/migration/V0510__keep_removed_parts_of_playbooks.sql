-- What was removed from a playbook by mistake can be put back.
alter table playbook_condition add column removed boolean not null default false;
alter table playbook_action add column removed boolean not null default false;
