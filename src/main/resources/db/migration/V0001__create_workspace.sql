-- One installation serves one workspace: the single row has id 1.
create table workspace (
    id                 smallint primary key default 1 check (id = 1),
    name               text        not null check (length(name) between 1 and 100),
    base_currency      varchar(3)     not null,
    time_zone          text        not null,
    language           text        not null check (language in ('en', 'id')),
    rep_visibility     text        not null default 'EVERYONE' check (rep_visibility in ('EVERYONE', 'TEAM', 'OWN')),
    manager_visibility text        not null default 'EVERYONE' check (manager_visibility in ('EVERYONE', 'TEAM')),
    fiscal_year_start  smallint    not null default 1 check (fiscal_year_start between 1 and 12),
    created_at         timestamptz not null,
    version            integer     not null default 0
);
