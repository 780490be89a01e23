-- A manager let a deal go on although required criteria were missing: which, and why. Told with the event that did it, and
-- append-only like it.
create table criterion_exception (
    event_id bigint primary key references deal_event,
    criteria bigint[] not null check (cardinality(criteria) > 0),
    reason   text     not null check (length(reason) between 1 and 1000)
);
create trigger criterion_exception_append_only before update or delete on criterion_exception
    for each row execute function refuse_change();
