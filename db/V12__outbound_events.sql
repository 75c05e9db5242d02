-- What happens to a parcel until it is sent back, said in one place for nodes, staff and mails.

create view outbound_events as
  select carrier, event_id, tracking_number, leg, event_type, occurred_at
    from parcel_events event
    where not exists (
      select
        from parcel_events back
        where back.carrier = event.carrier
          and back.tracking_number = event.tracking_number
          and case back.event_type
                when 'return_to_sender' then
                  (back.leg, back.occurred_at) < (event.leg, event.occurred_at)
                    or ((back.leg, back.occurred_at) = (event.leg, event.occurred_at)
                      and event.event_type <> 'return_to_sender')
                -- not all carriers have a code for a return: another leg is one
                when 'delivered' then back.leg < event.leg and event.event_type <> 'return_to_sender'
              end);

comment on view outbound_events is
  'Events of parcels but for those of the way back, which is nothing that winners wait for: what follows a return, and '
  'what follows a delivery on another leg.';

-- A winner is told of a kind of event once for each parcel, no longer once for each of its legs.
update notices
  set about = left(about, -length(', leg 1'))
  where about like 'parcel %, leg 1';
