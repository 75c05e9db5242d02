-- What subscribers are told by mail, if they want it.

create table mail_addresses (
  subscriber_id integer primary key references subscribers on delete cascade,
  address text check (length(address) between 3 and 254),
  language text not null,
  unsubscribe_key uuid not null unique default gen_random_uuid(),
  asked_address text check (length(asked_address) between 3 and 254),
  code text,
  tries smallint not null default 0,
  asked_at timestamptz,
  check ((asked_address is null) = (code is null) and (asked_address is null) = (asked_at is null))
);

comment on table mail_addresses is 'Of those who want mail, or wanted it once.';
comment on column mail_addresses.address is 'Null until the first one is confirmed, and when no mail is wanted any more.';
comment on column mail_addresses.language is 'BCP 47 tag: the one in which mail was asked for.';
comment on column mail_addresses.unsubscribe_key is 'Stands in the header of each mail by which it can be ended (RFC 8058).';
comment on column mail_addresses.asked_address is
  'Not confirmed yet. Its owner was sent the code, which whoever asked has to know.';
comment on column mail_addresses.tries is 'How often a wrong code was given.';

create table notices (
  id bigint generated always as identity primary key,
  subscriber_id integer not null references mail_addresses on delete cascade,
  kind text not null check (kind ~ '^[a-z_]+$'),
  about text not null,
  details text not null default '',
  message_id uuid not null default gen_random_uuid(),
  stored_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  attempts smallint not null default 0,
  outcome text check (outcome in ('sent', 'failed', 'dropped')),
  ended_at timestamptz,
  unique (subscriber_id, kind, about),
  check ((outcome is null) = (ended_at is null))
);

comment on table notices is 'The outbox: one row for each subscriber and thing to tell, which is mailed once.';
comment on column notices.about is 'What it tells of, so that nobody is told twice: draw 7; shipment 5, leg 1.';
comment on column notices.message_id is 'The mail''s own, the same at each attempt.';
comment on column notices.due_at is 'Not before then. Moved into the future when an attempt fails.';

create index notices_due on notices (due_at, id) where ended_at is null;

create index notices_ended_at on notices (ended_at);

-- The outbox is filled from what is stored anyway, so that nothing can be stored without being told.

alter table parcel_events add column noticed_at timestamptz;

update parcel_events set noticed_at = now();

create index parcel_events_not_noticed on parcel_events (received_at) where noticed_at is null;

create table announced_versions (
  draw_version_id integer primary key references draw_versions on delete cascade,
  told_through integer not null default 0,
  told_all boolean not null default false
);

comment on table announced_versions is
  'Published versions of draws whose winners are told that there is something to see, in the order of their numbers.';
comment on column announced_versions.told_through is 'The last subscriber who was looked up.';

insert into announced_versions (draw_version_id, told_all)
  select published_version_id, true from draws where published_version_id is not null;
