-- A form that is sent twice makes one contact.
alter table organization add idempotency_key uuid unique;
alter table person add idempotency_key uuid unique;
