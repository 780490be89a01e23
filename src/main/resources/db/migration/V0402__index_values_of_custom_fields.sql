-- The same values once more, a row for each, for filters to find records by. Kept by triggers, so that whoever writes the
-- records need not know. An index on the records themselves would be written at each move of a card. See decision 0400.
-- number holds numbers, amounts and ids; text holds texts, ISO dates, and the currencies of amounts.
create table custom_field_value (
    field_id  bigint not null references custom_field,
    record_id bigint not null,
    number    numeric,
    text      text collate "C"
);
create index custom_field_value_record on custom_field_value (record_id, field_id);
create index custom_field_value_number on custom_field_value (field_id, number, record_id) where number is not null;
create index custom_field_value_text on custom_field_value (field_id, text, record_id) where number is null;

create function keep_custom_field_values() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE' then
        delete from custom_field_value v
         where v.record_id = new.id
           and v.field_id in (select key::bigint from jsonb_object_keys(old.fields) as key);
    end if;
    insert into custom_field_value (field_id, record_id, number, text)
    select key::bigint, new.id,
           case jsonb_typeof(part) when 'number' then (part #>> '{}')::numeric
                                   when 'object' then (part ->> 'amount')::numeric end,
           case jsonb_typeof(part) when 'string' then part #>> '{}'
                                   when 'object' then part ->> 'currency' end
      from jsonb_each(new.fields) as field (key, value),
           jsonb_array_elements(case jsonb_typeof(value) when 'array' then value else jsonb_build_array(value) end) as part;
    return null;
end
$$;

create trigger deal_fields_added after insert on deal
    for each row when (new.fields <> '{}') execute function keep_custom_field_values();
create trigger deal_fields_changed after update of fields on deal
    for each row when (new.fields is distinct from old.fields) execute function keep_custom_field_values();
create trigger organization_fields_added after insert on organization
    for each row when (new.fields <> '{}') execute function keep_custom_field_values();
create trigger organization_fields_changed after update of fields on organization
    for each row when (new.fields is distinct from old.fields) execute function keep_custom_field_values();
create trigger person_fields_added after insert on person
    for each row when (new.fields <> '{}') execute function keep_custom_field_values();
create trigger person_fields_changed after update of fields on person
    for each row when (new.fields is distinct from old.fields) execute function keep_custom_field_values();
