alter table users add celebrates boolean not null default true;
