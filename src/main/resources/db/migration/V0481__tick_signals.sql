create table deal_signal (
    deal_id   bigint      not null references deal,
    signal_id bigint      not null references closing_signal,
    ticked_by bigint references users,
    ticked_at timestamptz not null,
    primary key (deal_id, signal_id)
);
-- How many signals make a deal ready to close; one row, once somebody chose.
create table closing_rule (
    id       integer primary key default 1 check (id = 1),
    ready_at integer not null check (ready_at between 1 and 20),
    version  integer not null default 0
);

-- Since when an open deal has the signals that make it ready; follows from its signals, and counts for no version.
alter table deal add ready_since timestamptz;
create index deal_ready on deal (ready_since) where ready_since is not null and outcome = 'OPEN' and deleted_at is null;
