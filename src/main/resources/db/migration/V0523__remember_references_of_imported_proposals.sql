-- By which a proposal was known where its file comes from: the same file brings it in once.
alter table proposal add column external_reference text check (length(external_reference) between 1 and 60);
create unique index proposal_external_reference on proposal (deal_id, lower(external_reference));
