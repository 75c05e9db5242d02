-- Who may sign in, what they subscribed to, and which sign-ins no longer count.

create table subscribers (
  id integer primary key check (id > 0),
  name text not null check (length(name) between 1 and 200),
  password_hash text,
  disabled boolean not null default false
);

comment on column subscribers.id is 'The subscriber''s number, also the name to sign in with.';
comment on column subscribers.password_hash is 'argon2id; null for who never signed in.';

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
  disabled boolean not null default false
);

-- Asked by each node every few seconds for everybody: which sign-ins ended before their time?
create table sign_in_ends (
  subject text primary key,
  signed_in_before timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp()
);

comment on column sign_in_ends.subject is
  'account:NAME for all sign-ins of an account, session:ID for a single one.';
comment on column sign_in_ends.signed_in_before is 'Sign-ins of the subject made before this moment no longer count.';

create index sign_in_ends_recorded_at on sign_in_ends (recorded_at);

-- Signs the cookies of all nodes; the youngest key signs, all of them verify.
create table signing_keys (
  id uuid primary key,
  secret bytea not null check (length(secret) >= 32),
  created_at timestamptz not null default clock_timestamp()
);
