-- Colleagues who are mentioned in notes, by the name that stands there.
create table deal_note_mention (
    note_id bigint not null references deal_note,
    user_id bigint not null references users,
    name    text   not null,
    primary key (note_id, user_id)
);
