-- As with invitations, only a hash is kept: who reads the table cannot log in with it.
drop table persistent_logins;
create table remembered_login (
    token_hash text primary key,
    user_id    bigint      not null references users,
    expires_at timestamptz not null
);
create index remembered_login_user on remembered_login (user_id);
create index remembered_login_expiry on remembered_login (expires_at);
