-- What the browser says of itself, by which people recognise their devices; null for logins from before.
alter table remembered_login add column user_agent text;
