-- What two spellings of a name have in common: its words in lower case and in order, without punctuation and legal forms.
create function name_key(name text) returns text
    language sql immutable strict parallel safe
as
$$
    select coalesce(string_agg(word, ' ' order by word), '')
      from unnest(string_to_array(regexp_replace(lower(name), '[^[:alnum:]]+', ' ', 'g'), ' ')) as word
     where word <> ''
       and word <> all ('{pt,cv,ud,tbk,persero,ltd,limited,inc,llc,plc,gmbh,corp,co,pte,sdn,bhd}')
$$;

-- A slip of the fingers leaves the beginning or the end of a name as it is.
create index organization_key on organization (name_key(name) text_pattern_ops) where deleted_at is null;
create index organization_key_reversed on organization (reverse(name_key(name)) text_pattern_ops)
    where deleted_at is null;
create index person_key on person (name_key(name) text_pattern_ops) where deleted_at is null;
create index person_key_reversed on person (reverse(name_key(name)) text_pattern_ops) where deleted_at is null;
create index person_email on person (lower(email)) where deleted_at is null;
