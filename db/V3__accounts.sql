-- Who may sign in, what they subscribed to, and which sign-ins no longer count.

create table subscribers (
  id integer primary key check (id > 0),
  name text not null check (length(name) between 1 and 200),
  password_hash text,
  disabled boolean not null default false,
  sign_in_generation integer not null default 1
);

comment on column subscribers.id is 'The subscriber''s number, also the name to sign in with.';
comment on column subscribers.password_hash is 'argon2id; null for who can''t sign in yet.';
comment on column subscribers.sign_in_generation is
  'Raised whenever all sign-ins of the account end. A sign-in carries the generation that it began in.';

create table subscriptions (
  id bigint generated always as identity primary key,
  subscriber_id integer not null references subscribers on delete cascade,
  first_period_id integer not null check (first_period_id between 190001 and 999912 and first_period_id % 100 between 1 and 12),
  months smallint not null check (months in (6, 12)),
  unique (subscriber_id, first_period_id)
);

comment on column subscriptions.first_period_id is
  'yyyymm; may lie ahead, so it refers to no row: months sold in advance are not periods yet.';

create table staff (
  username text primary key check (username ~ '^[a-z][a-z0-9._-]{0,39}$'),
  name text not null check (length(name) between 1 and 200),
  password_hash text not null,
  must_change_password boolean not null default false,
  disabled boolean not null default false,
  sign_in_generation integer not null default 1
);

-- Asked by each node every few seconds for everybody: which sign-ins ended before their time? Generations instead of
-- times, because the clocks of the nodes differ and a password may change while somebody is signing in with the old one.
create table sign_in_ends (
  subject text primary key,
  through_generation integer not null,
  recorded_at timestamptz not null default clock_timestamp()
);

comment on column sign_in_ends.subject is
  'account:KIND:NAME for all sign-ins of an account, session:ID for a single one.';
comment on column sign_in_ends.through_generation is
  'Sign-ins of the subject in this generation and earlier ones no longer count.';

create index sign_in_ends_recorded_at on sign_in_ends (recorded_at);

-- Signs the cookies of all nodes; the youngest key signs, all of them verify. All nodes that find the table empty try to
-- make number 1, and one of them succeeds.
create table signing_keys (
  id integer primary key check (id > 0),
  secret bytea not null check (length(secret) >= 32)
);

comment on column signing_keys.id is 'Counted up: the youngest key has the highest.';
