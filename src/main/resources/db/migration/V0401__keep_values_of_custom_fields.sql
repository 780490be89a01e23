-- By the id of the field: a text or an ISO date is a string; a number, the id of a choice or of a user is a number; several
-- choices are an array of ids, and money is an object of amount and currency.
alter table deal add column fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object');
alter table organization add column fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object');
alter table person add column fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object');
