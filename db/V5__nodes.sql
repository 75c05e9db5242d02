-- The nodes that share this database: each tells what it shows, hears of what the others did, and answers when staff ask
-- all of them to refresh. None of this is needed to show the right prizes: a node polls data_version, whatever it hears.

-- By a trigger, so that it is told whoever publishes: a page, a command, a node of an earlier release. PostgreSQL
-- passes it on with the commit, so that whoever hears it sees it as well.
create function tell_nodes() returns trigger language plpgsql as $$
begin
  perform pg_notify('windfall', tg_table_name);
  return null;
end $$;

create trigger tell_nodes after update on data_version
  for each row execute function tell_nodes();

create table nodes (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  due_at timestamptz not null,
  data_version bigint,
  confirmed_at timestamptz,
  outcome text not null check (outcome in ('UNCHANGED', 'RENEWED', 'FAILED')),
  trouble text,
  check ((data_version is null) = (confirmed_at is null)),
  check ((outcome = 'FAILED') = (trouble is not null))
);

comment on table nodes is
  'A row for each run of a node, written by itself. All times are of the database''s clock, the only one they share.';
comment on column nodes.due_at is 'When the node will have reported again, if it lives.';
comment on column nodes.data_version is 'What it shows; null as long as it has nothing to show.';
comment on column nodes.confirmed_at is 'When what it shows was last seen to be the state of the database.';
comment on column nodes.trouble is 'Why its last refresh failed, as a sentence for staff.';

-- On the pages of the others one can watch a node turn.
create trigger tell_nodes after update on nodes
  for each row when (old.data_version is distinct from new.data_version) execute function tell_nodes();

create table refresh_requests (
  id bigint generated always as identity primary key,
  requested_by text not null check (length(requested_by) between 1 and 200),
  requested_at timestamptz not null
);

-- A row for each node that was there when a refresh was asked for: without an outcome until the node has answered.
create table refresh_answers (
  request_id bigint not null references refresh_requests on delete cascade,
  node_id uuid not null,
  node_name text not null,
  answered_at timestamptz,
  outcome text check (outcome in ('UNCHANGED', 'RENEWED', 'FAILED')),
  trouble text,
  took_ms bigint check (took_ms >= 0),
  data_version bigint,
  primary key (request_id, node_id),
  check ((answered_at is null) = (outcome is null)),
  check ((answered_at is null) = (took_ms is null)),
  check ((outcome is not distinct from 'FAILED') = (trouble is not null))
);

comment on column refresh_answers.node_id is 'No foreign key: what a node answered outlives its row.';

-- Whoever is asked hears of it, and whoever waits for answers.
create trigger tell_nodes after insert or update on refresh_answers
  for each row execute function tell_nodes();
