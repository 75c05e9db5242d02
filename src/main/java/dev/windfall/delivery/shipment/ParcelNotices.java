package dev.windfall.delivery.shipment;

import dev.windfall.notice.Notice;
import dev.windfall.notice.NoticeSource;
import dev.windfall.notice.Outbox;
import dev.windfall.notice.WhereMailIsSent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tells winners what happens to their parcels, as soon as an event is stored and its parcel is known, whichever of the
/// two comes first. Of a parcel the last is told that is known: who reads that something arrived is not told that it is
/// on its way. A kind of event is told once, however often its carrier tries.
@Repository
@WhereMailIsSent
class ParcelNotices implements NoticeSource {

    private static final int AT_ONCE = 1000;

    /// What its notices are about.
    private static final Pattern ABOUT = Pattern.compile("parcel (?<number>.+) of (?<carrier>.+)");

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
        List<News> news = takeNote();
        outbox.add(news.stream().map(News::notice).toList());
        return news.stream().mapToInt(News::events).sum() == AT_ONCE;
    }

    /// Of one parcel.
    ///
    /// @param events that were noted for it
    private record News(Notice notice, int events) {}

    private List<News> takeNote() {
        // a plan that was made while there was nothing to tell would be kept for a flood
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        return jdbc.sql("""
                        with due as (
                          select event.carrier, event.event_id, event.tracking_number, event.occurred_at,
                                 shipment.subscriber_id
                            from parcel_events event
                            join shipments shipment using (carrier, tracking_number)
                            where event.noticed_at is null
                              -- the second says so to the index of numbers
                              and shipment.ended_as is null and shipment.ended_as is distinct from 'mistaken'
                              and event.received_at > now() - interval '30 days'
                            order by event.received_at
                            limit :most
                            for update of event skip locked
                            for share of shipment skip locked),
                        noticed as (
                          update parcel_events event
                            set noticed_at = now()
                            from due
                            where event.carrier = due.carrier and event.event_id = due.event_id)
                        select subscriber_id, carrier, tracking_number, count(*) as events,
                               (select event_type
                                  from outbound_events event
                                  where event.carrier = due.carrier and event.tracking_number = due.tracking_number
                                  order by leg desc, occurred_at desc, step desc
                                  limit 1) as event_type
                          from due
                          group by subscriber_id, carrier, tracking_number
                          order by min(occurred_at)
                        """)
                .param("most", AT_ONCE)
                .query((row, _) -> new News(notice(row), row.getInt("events")))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getInt("subscriber_id"),
                row.getString("event_type"),
                "parcel %s of %s".formatted(row.getString("tracking_number"), row.getString("carrier")),
                "");
    }

    /// Whether it is what happened last to a parcel that is still this winner's. That it goes back is told though it is
    /// back already: he is to call.
    @Override
    public boolean isStillSo(Notice notice) {
        Matcher parcel = ABOUT.matcher(notice.about());
        return !parcel.matches()
                || jdbc.sql("""
                                select exists (
                                  select
                                    from shipments
                                    where carrier = :carrier
                                      and tracking_number = :number
                                      and subscriber_id = :subscriber
                                      and (ended_as is null or :kind = 'return_to_sender')
                                      and ended_as is distinct from 'mistaken')
                                and :kind is not distinct from (
                                  select event_type
                                    from outbound_events
                                    where carrier = :carrier and tracking_number = :number
                                    order by leg desc, occurred_at desc, step desc
                                    limit 1)
                                """)
                        .param("carrier", parcel.group("carrier"))
                        .param("number", parcel.group("number"))
                        .param("subscriber", notice.subscriber())
                        .param("kind", notice.kind())
                        .query(Boolean.class)
                        .single();
    }
}
