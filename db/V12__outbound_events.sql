-- What happens to a parcel until it is sent back, said in one place for nodes, staff and mails.

create view parcel_steps as
  select carrier, event_id, tracking_number, leg, occurred_at,
         case
           when exists (
             select
               from parcel_events arrival
               where arrival.carrier = event.carrier
                 and arrival.tracking_number = event.tracking_number
                 and arrival.leg < event.leg
                 and arrival.event_type = 'delivered')
             then 'return_to_sender'
           else event_type
         end as event_type
    from parcel_events event;

comment on view parcel_steps is
  'Events of parcels as they are to be understood: another leg after a delivery is a return, and half of the carriers '
  'have no other word for it.';

create view outbound_events as
  select carrier, event_id, tracking_number, leg, occurred_at, event_type,
         case event_type
           when 'out_for_delivery' then 1
           when 'delivery_failed' then 2
           when 'ready_for_pickup' then 3
           when 'delivered' then 4
           when 'return_to_sender' then 5
         end as step
    from parcel_steps event
    where not exists (
      select
        from parcel_steps back
        where back.carrier = event.carrier
          and back.tracking_number = event.tracking_number
          and (back.leg, back.occurred_at) < (event.leg, event.occurred_at)
          and back.event_type = 'return_to_sender');

comment on view outbound_events is
  'Those of them that winners wait for: what follows a return is the way back.';
comment on column outbound_events.step is 'The order of those that happened in the same moment.';

-- A winner is told of a kind of event once for each parcel, no longer once for each of its legs.
delete from notices later
  using notices first
  where later.about like 'parcel %, leg _'
    and first.about like 'parcel %, leg _'
    and first.subscriber_id = later.subscriber_id
    and first.kind = later.kind
    and left(first.about, -length(', leg 1')) = left(later.about, -length(', leg 1'))
    and first.id < later.id;

update notices
  set about = left(about, -length(', leg 1'))
  where about like 'parcel %, leg _';

comment on column notices.about is 'What it tells of, so that nobody is told twice: draw 7; parcel 3SABCD of swift.';
comment on column notices.outcome is
  'Dropped is what was not so any more when it could be mailed; should it be so again, it is told.';
