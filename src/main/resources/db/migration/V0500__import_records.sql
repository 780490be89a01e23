-- What a file holds: null for deals, otherwise a kind of records that belong to deals, such as objections.
alter table deal_import add column kind text check (length(kind) between 1 and 50);
