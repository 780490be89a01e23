create function refuse_change_of_proposal() returns trigger language plpgsql as
$$
begin
    raise exception 'What was sent to a customer is frozen: % of % refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger proposal_version_frozen before delete on proposal_version
    for each row when (old.status <> 'DRAFT') execute function refuse_change_of_proposal();

-- Of what was sent only these may change.
create trigger proposal_version_unchanged before update on proposal_version
    for each row when (old.status <> 'DRAFT' and (new.status = 'DRAFT'
        or to_jsonb(new) - '{status, ended_at, version}'::text[] <> to_jsonb(old) - '{status, ended_at, version}'::text[]))
    execute function refuse_change_of_proposal();

create function refuse_change_of_sent_line() returns trigger language plpgsql as
$$
begin
    if exists (select from proposal_version
                where id in (new.version_id, old.version_id) and status <> 'DRAFT') then
        raise exception 'What was sent to a customer is frozen: % of % refused', tg_op, tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end
$$;
create trigger proposal_line_frozen before insert or update or delete on proposal_line
    for each row execute function refuse_change_of_sent_line();

create trigger proposal_document_frozen before update or delete on proposal_document
    for each row execute function refuse_change_of_proposal();
create trigger proposal_version_no_truncate before truncate on proposal_version
    for each statement execute function refuse_change_of_proposal();
create trigger proposal_line_no_truncate before truncate on proposal_line
    for each statement execute function refuse_change_of_proposal();
create trigger proposal_document_no_truncate before truncate on proposal_document
    for each statement execute function refuse_change_of_proposal();
