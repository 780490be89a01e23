-- The score is 100 x sum of weight x rating / (3 x sum of weights), of the criteria in use of the framework that the deal's
-- pipeline has now. What nobody has rated counts 0, and is told by the coverage; where nothing is rated there is no score.
create function qualify(deals bigint[]) returns void language sql as
$$
    with standing as (
        select d.id,
               round(100.0 * sum(c.weight * coalesce(n.rating, 0)) / (3 * sum(c.weight))) as score,
               floor(100.0 * sum(c.weight) filter (where n.rating is not null) / sum(c.weight)) as coverage,
               coalesce(bool_or(c.essential and n.rating = 0), false) as failed
          from deal d
          join qualification_choice p on p.pipeline_id = d.pipeline_id
          join qualification_criterion c on c.framework_id = p.framework_id and c.archived_at is null
          left join qualification_answer n on n.criterion_id = c.id and n.deal_id = d.id
         where d.id = any (deals)
         group by d.id
        having count(n.rating) > 0
    ), gone as (
        delete from qualification_standing q
         where q.deal_id = any (deals) and not exists (select from standing s where s.id = q.deal_id)
    ), kept as (
        insert into qualification_standing (deal_id, coverage, failed) select id, coverage, failed from standing
            on conflict (deal_id) do update set coverage = excluded.coverage, failed = excluded.failed
         where (qualification_standing.coverage, qualification_standing.failed) <> (excluded.coverage, excluded.failed)
    )
    update deal d
       set score = s.score
      from unnest(deals) as asked (id)
      left join standing s on s.id = asked.id
     where d.id = asked.id and d.score is distinct from s.score
$$;

-- In another pipeline a deal is asked by that one's criteria, whatever took it there.
create function qualify_in_other_pipeline() returns trigger language plpgsql as
$$
begin
    perform qualify(array[new.id]);
    return null;
end
$$;
create trigger deal_qualified_in_other_pipeline after update of pipeline_id on deal
    for each row when (old.pipeline_id <> new.pipeline_id) execute function qualify_in_other_pipeline();
