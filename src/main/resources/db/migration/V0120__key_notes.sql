-- A note that is sent twice is stored once.
alter table deal_note add idempotency_key uuid unique;
