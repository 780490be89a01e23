-- By whose address a calendar program may read somebody's activities: of the address only the hash is kept.
create table calendar_feed (
    user_id    bigint primary key references users,
    token_hash text        not null unique,
    created_at timestamptz not null,
    read_at    timestamptz
);
-- Addresses of feeds that there are not; who asks for many has to wait.
create table calendar_miss (
    address text        not null,
    at      timestamptz not null
);
create index calendar_miss_address on calendar_miss (address, at);
