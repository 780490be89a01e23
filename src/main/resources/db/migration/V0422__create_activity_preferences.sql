-- When somebody wants to be reminded of an activity; who has no row, shortly before.
create table activity_preference (
    user_id  bigint primary key references users,
    reminder text   not null check (reminder in ('NONE', 'AT_TIME', 'QUARTER', 'HOUR', 'MORNING'))
);
