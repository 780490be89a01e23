-- What lists sum up is read from here alone, a sixth of what the deals themselves take.
create index deal_sums on deal (id) include (outcome, currency, amount, rate) where deleted_at is null;
