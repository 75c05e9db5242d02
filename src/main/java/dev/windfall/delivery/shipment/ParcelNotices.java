package dev.windfall.delivery.shipment;

import dev.windfall.notice.Notice;
import dev.windfall.notice.NoticeSource;
import dev.windfall.notice.Outbox;
import dev.windfall.notice.WhereMailIsSent;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tells winners what happens to their parcels: each event once it is stored and its parcel is known, whichever of the
/// two comes first. An event is told once in a leg, however often its carrier tries.
@Repository
@WhereMailIsSent
class ParcelNotices implements NoticeSource {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    ParcelNotices(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /// Parcels that nobody has handed in within a month are somebody else's.
    @Override
    @Transactional
    public boolean addSome() {
        // a plan that was made while there was nothing to tell would be kept for a flood
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        List<Notice> told = jdbc.sql("""
                        with due as (
                          select event.carrier, event.event_id, event.leg, event.event_type, event.occurred_at,
                                 shipment.id, shipment.subscriber_id
                            from parcel_events event
                            join shipments shipment using (carrier, tracking_number)
                            where event.noticed_at is null
                              and shipment.ended_as is distinct from 'mistaken'
                              and event.received_at > now() - interval '30 days'
                            order by event.received_at
                            limit :most
                            for update of event skip locked),
                        noticed as (
                          update parcel_events event
                            set noticed_at = now()
                            from due
                            where event.carrier = due.carrier and event.event_id = due.event_id)
                        select id, subscriber_id, leg, event_type from due order by leg, occurred_at
                        """)
                .param("most", AT_ONCE)
                .query((row, _) -> new Notice(
                        row.getInt("subscriber_id"),
                        row.getString("event_type"),
                        "shipment %d, leg %d".formatted(row.getInt("id"), row.getInt("leg")),
                        ""))
                .list();
        outbox.add(told);
        return told.size() == AT_ONCE;
    }
}
