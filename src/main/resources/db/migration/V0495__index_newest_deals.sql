-- The list of deals begins with the newest, whatever it is limited to; see app.tahap.deal.DealSort.
create index deal_newest on deal ((case when created_known then created_at end) desc nulls last, id desc)
    where deleted_at is null;
