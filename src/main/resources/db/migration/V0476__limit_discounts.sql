-- What people may give without asking, in percent; null for no limit. Administrators are free. One row, once somebody changes it.
create table discount_rule (
    only_row          boolean primary key default true check (only_row),
    rep_discount      numeric(6, 3) check (rep_discount between 0 and 100),
    manager_discount  numeric(6, 3) check (manager_discount between 0 and 100),
    rep_margin        numeric(6, 3) check (rep_margin between 0 and 100),
    manager_margin    numeric(6, 3) check (manager_margin between 0 and 100),
    rep_sees_margin   boolean not null default false,
    manager_sees_margin boolean not null default true,
    version           integer not null default 0
);

-- What each version of a proposal costs less than at list prices, exactly: see app.tahap.proposal.Offer and decision 0476.
-- The discount of all lines is an average of theirs, weighed by their list prices, and never above the largest of them.
create view proposal_discount as
select v.id as version_id,
       coalesce(l.list, 0) as list,
       coalesce(1 - l.net / nullif(l.list, 0), 0) as discount,
       greatest(coalesce(l.largest, 0), 0) as largest,
       encode(sha256(convert_to(v.currency || coalesce(l.words, ''), 'UTF8')), 'hex') as fingerprint
  from proposal_version v
 cross join lateral (
       select sum(priced.list) filter (where not priced.optional) as list,
              sum(priced.net) filter (where not priced.optional) as net,
              max(1 - priced.net / nullif(priced.list, 0)) as largest,
              jsonb_agg(priced.words order by priced.position)::text as words
         from (select i.position, i.optional,
                      i.quantity * coalesce(p.price, i.unit_price) as list,
                      case i.discount_kind
                          when 'PERCENT' then i.quantity * i.unit_price * (100 - i.discount) / 100
                          else i.quantity * i.unit_price - least(i.discount, i.quantity * i.unit_price) end as net,
                      jsonb_build_array(i.product_id, i.description, trim_scale(i.quantity), i.unit,
                          trim_scale(i.unit_price), i.discount_kind, trim_scale(i.discount), trim_scale(i.tax_rate),
                          i.optional) as words
                 from proposal_line i
                 left join product_price p on p.product_id = i.product_id and p.currency = v.currency
                where i.version_id = v.id) priced) l;
