-- Periods, draws and their declared prize tables. Everything about a draw hangs on a version of it: a correction is a
-- new version, and what was published once is never changed.

create table subscription_periods (
  id integer primary key check (id between 190001 and 999912 and id % 100 between 1 and 12)
);

comment on table subscription_periods is
  'Months that have begun in the lottery''s time zone, as yyyymm. Months sold in advance are not here yet.';

-- The program opens a period when its month begins in the lottery's time zone. This guard knows no lottery: it refuses
-- what has begun nowhere on earth.
create function refuse_period_to_come() returns trigger language plpgsql as $$
begin
  if make_date(new.id / 100, new.id % 100, 1) > (now() at time zone 'Pacific/Kiritimati')::date then
    raise exception 'the period % has not begun anywhere', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger refuse_period_to_come before insert or update on subscription_periods
  for each row execute function refuse_period_to_come();

create table draws (
  id integer generated always as identity primary key,
  -- deferred: an import opens the period last, so that others who open it don't wait for the import
  subscription_period_id integer not null references subscription_periods deferrable initially deferred,
  number text not null unique check (number = trim(number) and length(number) between 1 and 40),
  date date not null,
  published_version_id integer,
  check (subscription_period_id = extract(year from date)::integer * 100 + extract(month from date)::integer)
);

create index draws_subscription_period_id on draws (subscription_period_id);

create table draw_versions (
  id integer generated always as identity primary key,
  draw_id integer not null references draws on delete cascade,
  version integer not null check (version > 0),
  declared_at timestamptz not null,
  imported_at timestamptz,
  imported_by text,
  published_at timestamptz,
  published_by text,
  data_version bigint unique,
  unique (draw_id, version),
  unique (draw_id, id),
  check (published_at is null or imported_at is not null),
  check ((published_at is null) = (data_version is null))
);

comment on column draw_versions.data_version is 'The state of everything published that this publication made.';

alter table draws add constraint draws_published_version
  foreign key (id, published_version_id) references draw_versions (draw_id, id);

create table tiers (
  draw_version_id integer not null references draw_versions on delete cascade,
  ordinal smallint not null check (ordinal >= 0),
  name text not null check (name = trim(name) and length(name) between 1 and 80),
  kind text not null check (kind in ('cash', 'item')),
  amount numeric not null check (amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  winners_count integer not null check (winners_count >= 0),
  primary key (draw_version_id, ordinal),
  unique (draw_version_id, name)
);

comment on column tiers.amount is 'What one winner gets: paid out for cash, nominal for an item.';

-- The one number that every node polls: it grows with every draw declared or published. Transactions queue up on its
-- row, so that numbers are given in the order of their commits.
create table data_version (
  single_row boolean primary key default true check (single_row),
  version bigint not null
);

insert into data_version (version) values (0);
