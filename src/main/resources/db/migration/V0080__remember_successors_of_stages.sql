-- Where a removed stage's deals went: an undo that would bring a deal back to it takes the deal there instead.
alter table stage add column successor_id bigint references stage;

-- Counts the changes of a pipeline's stages and their order, so that one made on an outdated list is noticed.
alter table pipeline add column arrangement integer not null default 0;
