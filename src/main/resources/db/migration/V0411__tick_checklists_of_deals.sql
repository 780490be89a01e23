create table deal_tick (
    deal_id      bigint      not null references deal,
    criterion_id bigint      not null references exit_criterion,
    ticked_by    bigint      not null references users,
    ticked_at    timestamptz not null,
    primary key (deal_id, criterion_id)
);
