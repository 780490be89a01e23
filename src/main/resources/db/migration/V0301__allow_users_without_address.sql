-- Whoever an import brings may have no address yet: none is better than one that was made up. Such a user cannot log in.
alter table users alter column email drop not null;
delete from invitation i using users u
 where u.id = i.user_id and i.used_at is null and u.password_hash is null and u.email like '%@import.invalid';
update users set email = null, version = version + 1 where password_hash is null and email like '%@import.invalid';
alter table users add check (email is not null or password_hash is null);
