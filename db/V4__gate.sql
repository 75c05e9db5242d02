-- The gate. A version of a draw is declared (draft), imported, checked, approved and published, in this order. Once
-- published it stays as it is: another version corrects or withdraws it, with a reason.

alter table draws
  -- counted up and never given twice, a draft that was replaced or discarded included
  add column last_version integer not null default 0;

update draws set last_version = (select coalesce(max(version), 0) from draw_versions where draw_id = draws.id);

alter table draw_versions
  add column kind text not null default 'result' check (kind in ('result', 'withdrawal')),
  add column reason text check (length(reason) between 1 and 1000),
  add column unnamed_doubts bigint not null default 0,
  add column confirmed_by text,
  add column confirmation text check (length(confirmation) between 1 and 1000),
  add column checked_at timestamptz,
  add column approved_at timestamptz,
  add column approved_by text;

comment on column draw_versions.reason is 'Why this version replaces one that was published; null for the first.';
comment on column draw_versions.unnamed_doubts is 'How many doubts there are besides those in version_doubts.';
comment on column draw_versions.confirmation is 'What somebody wrote who looked into the doubts and stands by the draw.';
comment on column draw_versions.checked_at is 'When no doubt was open any more.';

update draw_versions set checked_at = imported_at;
update draw_versions
  set approved_at = published_at, approved_by = 'nobody: there were no approvals yet'
  where published_at is not null;

alter table draw_versions
  drop constraint draw_versions_check,
  add constraint checked_once_imported check (checked_at is null or imported_at is not null),
  add constraint approved_once_checked check (approved_at is null or checked_at is not null),
  add constraint approved_by_somebody check ((approved_at is null) = (approved_by is null)),
  add constraint approved_by_a_second_person check (approved_by <> imported_by),
  add constraint published_once_approved
    check (published_at is null or approved_at is not null or (kind = 'withdrawal' and reason is not null));

-- What the checks found that asks for a confirmation.
create table version_doubts (
  draw_version_id integer not null references draw_versions on delete cascade,
  ordinal integer not null,
  file text not null,
  line bigint not null,
  field text not null,
  reason text not null,
  primary key (draw_version_id, ordinal)
);

-- The files that a version came from.
create table version_files (
  draw_version_id integer not null references draw_versions on delete cascade,
  ordinal integer not null,
  name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (draw_version_id, ordinal)
);
