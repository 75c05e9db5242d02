package dev.windfall.delivery.shipment;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The shipments and what happened to them, as each node asks for them: for all winners at once.
@Repository
class ShipmentTable {

    /// What every change is later than.
    static final String BEGINNING = "0";

    private final JdbcClient jdbc;

    ShipmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The oldest transaction that may still store something: what those before it stored can be seen.
    String horizon() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())")
                .query(String.class)
                .single();
    }

    /// The shipments to which anything has happened since a horizon.
    ///
    /// @param handedOver those that were handed over later than that
    List<Shipment> changedSince(String horizon, Instant handedOver) {
        var shipments = new ShipmentRows();
        jdbc.sql("""
                        with changed as (
                          select id from shipments where stored_by >= cast(:horizon as xid8)
                          union
                          select shipment.id
                            from parcel_events event
                            join shipments shipment using (carrier, tracking_number)
                            where event.stored_by >= cast(:horizon as xid8)
                              and shipment.ended_as is distinct from 'mistaken')
                        select id, draw_id, subscriber_id, tier, place, carrier, tracking_number, handed_over_at,
                               ended_as, ended_at, leg, event_type, occurred_at
                          from changed
                          join shipments using (id)
                          left join outbound_events using (carrier, tracking_number)
                          where handed_over_at > cast(:handedOver as timestamptz)
                          order by id, leg, occurred_at, step
                        """)
                .param("horizon", horizon)
                .param("handedOver", handedOver.toString())
                .query(shipments);
        return shipments.list();
    }
}
