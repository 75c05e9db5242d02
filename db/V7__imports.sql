-- The imports of late, under way and ended: what staff watch and read afterwards. The draws themselves don't need it.

create table imports (
  id integer generated always as identity primary key,
  started_at timestamptz not null default now(),
  started_by text not null,
  prize_table text not null,
  winners_files integer not null,
  seen_at timestamptz not null default now(),
  stage text not null default 'WAITING',
  draw_number text not null default '',
  prizes bigint not null default 0,
  expected bigint not null default 0,
  per_second bigint not null default 0,
  seconds_left bigint,
  ended_at timestamptz,
  failure text
);

comment on column imports.seen_at is 'When whoever imports last told how far it is: long ago, and not ended, is broken off.';
comment on column imports.failure is 'Why it ended before its end.';

create table import_outcomes (
  import_id integer not null references imports on delete cascade,
  ordinal integer not null,
  draw_number text not null,
  outcome text not null,
  prizes integer not null,
  unnamed_findings bigint not null,
  primary key (import_id, ordinal)
);

comment on column import_outcomes.draw_number is 'Empty for what belongs to no draw.';

create table import_findings (
  import_id integer not null,
  outcome_ordinal integer not null,
  ordinal integer not null,
  file text not null,
  line bigint not null,
  field text not null,
  reason text not null,
  primary key (import_id, outcome_ordinal, ordinal),
  foreign key (import_id, outcome_ordinal) references import_outcomes on delete cascade
);
