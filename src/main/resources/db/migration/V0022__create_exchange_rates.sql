-- What one unit of the currency is worth in the workspace's base currency, from that date until the next one.
create table exchange_rate (
    currency   varchar(3)         not null,
    valid_from date            not null,
    rate       numeric(24, 12) not null check (rate > 0),
    primary key (currency, valid_from)
);

-- The rates in force on a date, the base currency among them at 1. A currency without a rate has no row.
create function rates_on(day date) returns table (currency varchar(3), rate numeric, valid_from date)
    language sql stable
as
$$
    select w.base_currency, 1::numeric, null::date from workspace w
    union all
    (select distinct on (e.currency) e.currency, e.rate, e.valid_from
       from exchange_rate e
      where e.valid_from <= day and e.currency <> (select base_currency from workspace)
      order by e.currency, e.valid_from desc)
$$;
