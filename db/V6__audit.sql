-- Who did what, when, to which version of a draw. Append-only: not even the role that owns the table may change an entry
-- without first taking the locks off, and whatever it then changes breaks the chain of hashes.

create table audit_trail (
  id bigint primary key,
  at timestamptz not null,
  actor text not null check (actor !~ '[\r\n]'),
  action text not null check (action ~ '^[A-Z_]+$'),
  draw_number text check (draw_number !~ '[\r\n]'),
  draw_version integer,
  details text not null,
  previous_hash text not null,
  hash text not null unique
);

comment on column audit_trail.at is 'By the clock of the database, which is one for all nodes.';
comment on column audit_trail.hash is
  'SHA-256, in hexadecimal, of these in UTF-8 with a line feed between them: previous_hash; id; at in UTC like
  2026-08-20T19:30:00.123Z; actor; action; draw_number; draw_version; details. What is null is empty.';

-- Entries are made one after the other: each waits for the transaction that made the one before.
create function chain_audit_entry() returns trigger language plpgsql as $$
declare
  previous record;
begin
  perform pg_advisory_xact_lock(7316049182);
  select id, hash into previous from audit_trail order by id desc limit 1;
  new.id := coalesce(previous.id, 0) + 1;
  new.at := date_trunc('milliseconds', clock_timestamp());
  new.previous_hash := coalesce(previous.hash, repeat('0', 64));
  new.hash := encode(sha256(convert_to(concat_ws(E'\n',
    new.previous_hash, new.id, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), new.actor,
    new.action, coalesce(new.draw_number, ''), coalesce(cast(new.draw_version as text), ''), new.details), 'UTF8')), 'hex');
  return new;
end $$;

create trigger chain_audit_entry before insert on audit_trail
  for each row execute function chain_audit_entry();

create function refuse_to_change_audit_trail() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger refuse_to_change_audit_trail before update or delete or truncate on audit_trail
  for each statement execute function refuse_to_change_audit_trail();

revoke update, delete, truncate on audit_trail from public;
do $$ begin execute format('revoke update, delete, truncate on audit_trail from %I', current_user); end $$;
