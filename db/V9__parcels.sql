-- What carriers tell of parcels, as far as winners want to know, and the prizes that are in them.

create table parcel_events (
  carrier text not null check (length(carrier) between 1 and 40),
  event_id text not null check (length(event_id) between 1 and 64),
  tracking_number text not null check (length(tracking_number) between 1 and 64),
  leg smallint not null check (leg between 1 and 9),
  event_type text not null check (
    event_type in ('return_to_sender', 'delivery_failed', 'delivered', 'ready_for_pickup', 'out_for_delivery')),
  occurred_at timestamptz not null,
  received_at timestamptz not null default now(),
  stored_by xid8 not null default pg_current_xact_id(),
  primary key (carrier, event_id)
);

comment on table parcel_events is
  'Also those of numbers that nobody has handed in yet: a carrier may be faster than the staff.';
comment on column parcel_events.event_id is 'The carrier''s own: the same id is the same event, however often it comes.';
comment on column parcel_events.leg is 'The way that the parcel is on: a return after delivery is a way of its own.';

comment on column parcel_events.stored_by is
  'The transaction. Nodes ask what those have stored that were under way when they asked the last time.';

create index parcel_events_stored_by on parcel_events (stored_by);

create index parcel_events_tracking_number on parcel_events (carrier, tracking_number, leg, occurred_at);

create table carrier_requests (
  proof bytea primary key check (length(proof) = 32),
  received_at timestamptz not null default now()
);

comment on table carrier_requests is 'The signatures of requests that were taken and are young enough to be sent again.';

create index carrier_requests_received_at on carrier_requests (received_at);

create table shipments (
  id integer generated always as identity primary key,
  draw_id integer not null references draws,
  subscriber_id integer not null,
  tier text not null,
  place smallint not null check (place > 0),
  carrier text not null check (length(carrier) between 1 and 40),
  tracking_number text not null check (length(tracking_number) between 1 and 64),
  handed_over_at timestamptz not null,
  handed_over_by text not null,
  stored_by xid8 not null default pg_current_xact_id(),
  unique (draw_id, subscriber_id, tier, place),
  unique (carrier, tracking_number)
);

comment on table shipments is
  'Prizes that were handed to a carrier. They name the prize and not its row, which a correction exchanges.';
comment on column shipments.place is 'Which of the winner''s prizes of this tier in this draw it is.';

create index shipments_stored_by on shipments (stored_by);
