-- What is known of a deal by one criterion; rating is null where nobody knows yet.
create table qualification_answer (
    deal_id      bigint      not null references deal,
    criterion_id bigint      not null references qualification_criterion,
    rating       smallint check (rating between 0 and 3),
    amount       numeric(19, 4) check (amount >= 0),
    currency     varchar(3),
    confirmed    boolean     not null default false,
    person_id    bigint references person,
    role         text check (role in ('DECISION_MAKER', 'INFLUENCER', 'CHAMPION', 'GATEKEEPER', 'USER', 'OTHER')),
    severity     text check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    due          date,
    note         text check (length(note) <= 2000),
    changed_at   timestamptz not null,
    changed_by   bigint references users,
    version      integer     not null default 0,
    primary key (deal_id, criterion_id),
    check ((amount is null) = (currency is null))
);
create index qualification_answer_criterion on qualification_answer (criterion_id);

-- What follows from the answers beside the score in deal.score. coverage: the rated criteria's share of all weights, in percent.
create table qualification_standing (
    deal_id  bigint   primary key references deal,
    coverage smallint not null,
    failed   boolean  not null
);

-- Advice that somebody put aside.
create table qualification_snooze (
    deal_id bigint primary key references deal,
    until   date   not null
);
