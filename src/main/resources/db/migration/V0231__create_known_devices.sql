-- Browsers in which somebody has logged in before; their failures are counted apart from those of strangers.
create table known_device (
    token_hash text        not null,
    user_id    bigint      not null references users,
    expires_at timestamptz not null,
    primary key (token_hash, user_id)
);
create index known_device_expiry on known_device (expires_at);
create index known_device_user on known_device (user_id);

-- The hash of the known device that tried; null for a stranger.
alter table login_failure add column device text;
