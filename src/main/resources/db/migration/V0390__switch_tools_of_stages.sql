-- What helps with a stage's work; a stage without rows is a plain column.
create table stage_tool (
    stage_id bigint not null references stage,
    tool     text   not null check (tool in ('ACTIVITIES', 'QUALIFICATION', 'QUESTIONS', 'PROPOSALS', 'OBJECTIONS', 'SIGNALS')),
    primary key (stage_id, tool)
);
-- Stages that were there before help with what every stage needs.
insert into stage_tool (stage_id, tool) select id, 'ACTIVITIES' from stage where archived_at is null;
