-- edition: of the pipeline's question set when the deal was first asked; later questions are new to it.
create table deal_assessment (
    deal_id     bigint  not null references deal,
    pipeline_id bigint  not null references question_set,
    edition     integer not null,
    primary key (deal_id, pipeline_id)
);
create index deal_assessment_edition on deal_assessment (pipeline_id, edition);
-- An answer that was taken away stays as an empty one, so that its version goes on.
create table deal_answer (
    deal_id     bigint      not null references deal,
    wording_id  bigint      not null references question_wording,
    text        text check (length(text) <= 5000),
    choices     integer[]   not null default '{}',
    rating      integer check (rating between 1 and 5),
    given       boolean     not null generated always as
        (coalesce(text, '') <> '' or choices <> '{}' or rating is not null) stored,
    answered_by bigint      not null references users,
    answered_at timestamptz not null,
    version     integer     not null default 0,
    primary key (deal_id, wording_id)
);
create index deal_answer_wording on deal_answer (wording_id);

-- What somebody answered and the deal's history does not tell yet: it does so once, when the sitting is over.
create table answer_sitting (
    deal_id     bigint      not null references deal,
    author_id   bigint      not null references users,
    wording_id  bigint      not null references question_wording,
    answered_at timestamptz not null,
    primary key (deal_id, author_id, wording_id)
);
