-- Open deals of which an import does not tell since when they are in their stage: few or none, and asked for with every card.
create index stage_stay_unknown on stage_stay (deal_id) where left_at is null and not stage_known;
