-- To whom a deal was lost, and when somebody wants to look at it again; told with the event that closed it. Of a deal that was
-- lost more than once, what its last effective event tells counts.
create table deal_loss (
    event_id         bigint primary key references deal_event,
    deal_id          bigint not null references deal,
    competitor_id    bigint references competitor,
    other_competitor text check (length(other_competitor) between 1 and 100),
    look_again       date,
    check (competitor_id is null or other_competitor is null)
);
create index deal_loss_deal on deal_loss (deal_id);
create index deal_loss_competitor on deal_loss (competitor_id);
