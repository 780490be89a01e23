-- Two columns of the same name on one board, or two boards of the same name, could not be told apart.
create unique index pipeline_name on pipeline (lower(name)) where archived_at is null;
create unique index stage_name on stage (pipeline_id, lower(name)) where archived_at is null;
