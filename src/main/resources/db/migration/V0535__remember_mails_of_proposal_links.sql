-- Whether a link that was mailed has arrived is known of its mail alone.
alter table proposal_link add mail_id bigint references mail;
create index proposal_link_mail on proposal_link (mail_id) where mail_id is not null;
