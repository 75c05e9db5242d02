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
/// two comes first. An event is told once in a leg, however often its carrier tries, and not at all once a later one is
/// known: who reads that something arrived is not told that it is on its way.
@Repository
@WhereMailIsSent
class ParcelNotices implements NoticeSource {

    private static final int AT_ONCE = 1000;

    /// Whether an event comes after the one by which its leg became a return.
    private static final String ON_THE_WAY_BACK = """
            (%1$s.event_type <> 'return_to_sender' and exists (
              select
                from parcel_events back
                where back.carrier = %1$s.carrier
                  and back.tracking_number = %1$s.tracking_number
                  and back.leg = %1$s.leg
                  and back.event_type = 'return_to_sender'
                  and back.occurred_at <= %1$s.occurred_at))""";

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
                        select subscriber_id, carrier, tracking_number, leg, event_type,
                               not exists (
                                 select
                                   from parcel_events later
                                   where later.carrier = due.carrier
                                     and later.tracking_number = due.tracking_number
                                     and (later.leg, later.occurred_at) > (due.leg, due.occurred_at)
                                     and not %1$s) and not %2$s as is_news
                          from due
                          order by occurred_at, leg
                        """.formatted(ON_THE_WAY_BACK.formatted("later"), ON_THE_WAY_BACK.formatted("due")))
                .param("most", AT_ONCE)
                .query((row, _) -> new Event(
                        new Notice(
                                row.getInt("subscriber_id"),
                                row.getString("event_type"),
                                "parcel %s of %s, leg %d"
                                        .formatted(
                                                row.getString("tracking_number"),
                                                row.getString("carrier"),
                                                row.getInt("leg")),
                                ""),
                        row.getBoolean("is_news")))
                .list();
        outbox.add(due.stream().filter(Event::isNews).map(Event::notice).toList());
        return due.size() == AT_ONCE;
    }

    /// What happened to a parcel.
    ///
    /// @param isNews false if something later happened already, or the parcel is on its way back to us
    private record Event(Notice notice, boolean isNews) {}
}
