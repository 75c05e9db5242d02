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
/// two comes first. A kind of event is told once of a parcel, however often its carrier tries, and not at all once a
/// later
/// one is known: who reads that something arrived is not told that it is on its way.
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
        List<Event> due = jdbc.sql("""
                        with due as (
                          select event.carrier, event.event_id, event.tracking_number, event.leg, event.event_type,
                                 event.occurred_at, shipment.subscriber_id
                            from parcel_events event
                            join shipments shipment using (carrier, tracking_number)
                            where event.noticed_at is null
                              and shipment.ended_as is null
                              and event.received_at > now() - interval '30 days'
                            order by event.received_at
                            limit :most
                            for update of event skip locked),
                        noticed as (
                          update parcel_events event
                            set noticed_at = now()
                            from due
                            where event.carrier = due.carrier and event.event_id = due.event_id)
                        select subscriber_id, carrier, tracking_number, event_type,
                               exists (
                                 select
                                   from outbound_events event
                                   where event.carrier = due.carrier and event.event_id = due.event_id)
                               and not exists (
                                 select
                                   from outbound_events later
                                   where later.carrier = due.carrier
                                     and later.tracking_number = due.tracking_number
                                     and (later.leg, later.occurred_at) > (due.leg, due.occurred_at)) as is_news
                          from due
                          order by occurred_at, leg
                        """)
                .param("most", AT_ONCE)
                .query((row, _) -> new Event(
                        new Notice(
                                row.getInt("subscriber_id"),
                                row.getString("event_type"),
                                about(row.getString("carrier"), row.getString("tracking_number")),
                                ""),
                        row.getBoolean("is_news")))
                .list();
        outbox.add(due.stream().filter(Event::isNews).map(Event::notice).toList());
        return due.size() == AT_ONCE;
    }

    /// By which its notices are told from those of other parcels.
    static String about(String carrier, String trackingNumber) {
        return "parcel %s of %s".formatted(trackingNumber, carrier);
    }

    /// What happened to a parcel.
    ///
    /// @param isNews false if something later happened already, or the parcel is on its way back to us
    private record Event(Notice notice, boolean isNews) {}
}
