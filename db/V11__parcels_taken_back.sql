-- A parcel that came back, or never was the one: its prize may be handed over again.

alter table shipments
  add column ended_as text check (ended_as in ('returned', 'mistaken')),
  add column ended_at timestamptz,
  add column ended_by text,
  add check ((ended_as is null) = (ended_at is null) and (ended_as is null) = (ended_by is null)),
  drop constraint shipments_draw_id_subscriber_id_tier_place_key,
  drop constraint shipments_carrier_tracking_number_key;

comment on column shipments.ended_as is
  'Null for what is on its way or was delivered; returned: it is back; mistaken: the number was another parcel''s.';

create unique index shipments_prize on shipments (draw_id, subscriber_id, tier, place) where ended_as is null;

create unique index shipments_number on shipments (carrier, tracking_number) where ended_as is distinct from 'mistaken';
