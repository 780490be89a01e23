-- How long won deals stayed in a stage: the limit for rotting where the stage sets none. Refreshed from stage_stay.
create table stage_pace (
    stage_id    bigint primary key references stage,
    p80_days    numeric     not null,
    stays       integer     not null,
    computed_at timestamptz not null
);
