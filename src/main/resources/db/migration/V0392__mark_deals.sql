-- What other modules tell of a deal on its card and in lists, kept here so that a board needs no further query.
alter table deal
    add column score smallint check (score between 0 and 100),
    add column next_step text,
    add column next_step_due date,
    add column next_step_time time,
    add check ((next_step is null) = (next_step_due is null)),
    add check (next_step_time is null or next_step_due is not null);
