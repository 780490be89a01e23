-- The successor of a stage is one in use: figures ask which stage took over, and should not have to follow a chain.
with recursive heir as (
    select id, id as heir_id from stage where successor_id is null
    union all
    select s.id, h.heir_id from stage s join heir h on h.id = s.successor_id)
update stage s
   set successor_id = h.heir_id
  from heir h
 where h.id = s.id and s.successor_id <> h.heir_id;
