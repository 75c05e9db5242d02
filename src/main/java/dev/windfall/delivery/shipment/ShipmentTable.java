package dev.windfall.delivery.shipment;

import dev.windfall.delivery.EventType;
import dev.windfall.delivery.shipment.Shipment.ParcelEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The shipments and what happened to them. What is asked here is asked for all winners at once.
@Repository
class ShipmentTable {

    /// What every change is later than.
    static final String BEGINNING = "0";

    /// Handovers beside what is known of their prizes.
    private static final String PLACED = """
            with given as (
              select *
                from unnest(:lines, :draws, :subscribers, :tiers, :carriers, :numbers)
                  as given (line, draw_number, subscriber_id, tier, carrier, tracking_number)),
            placed as (
              select given.*, draw.id as draw_id, tier.kind,
                     (select count(*)
                        from winnings winning
                        where winning.subscription_period_id = draw.subscription_period_id
                          and winning.draw_id = draw.id
                          and winning.subscriber_id = given.subscriber_id
                          and winning.tier = tier.ordinal) as won,
                     (select count(*)
                        from shipments shipment
                        where shipment.draw_id = draw.id
                          and shipment.subscriber_id = given.subscriber_id
                          and shipment.tier = given.tier)
                       + row_number() over (
                           partition by given.draw_number, given.subscriber_id, given.tier order by given.line) as place,
                     row_number() over (partition by given.carrier, given.tracking_number order by given.line) > 1
                       or exists (
                            select
                              from shipments shipment
                              where shipment.carrier = given.carrier
                                and shipment.tracking_number = given.tracking_number) as in_use
                from given
                left join draws draw
                  on draw.number = given.draw_number and draw.published_version_id is not null
                left join tiers tier
                  on tier.draw_version_id = draw.published_version_id and tier.name = given.tier)
            """;

    private final JdbcClient jdbc;

    ShipmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What can be wrong with a handover.
    enum Problem {
        NO_DRAW,
        NO_TIER,
        NO_THING,
        NOT_WON,
        HANDED_OVER,
        NUMBER_IN_USE
    }

    /// @param line of the handover
    record Refused(long line, Problem problem) {}

    /// Until the end of the transaction nobody else hands anything over.
    void lock() {
        jdbc.sql("lock table shipments in share row exclusive mode").update();
    }

    /// What is wrong with some handovers, by their lines.
    List<Refused> check(List<Handover> handovers) {
        return given(handovers, PLACED + """
                select line,
                       case
                         when draw_id is null then 'NO_DRAW'
                         when kind is null then 'NO_TIER'
                         when kind <> 'item' then 'NO_THING'
                         when won = 0 then 'NOT_WON'
                         when place > won then 'HANDED_OVER'
                         else 'NUMBER_IN_USE'
                       end as problem
                  from placed
                  where draw_id is null or kind is null or kind <> 'item' or place > won or in_use
                  order by line
                """)
                .query((row, _) -> new Refused(row.getLong("line"), Problem.valueOf(row.getString("problem"))))
                .list();
    }

    /// Stores handovers that were checked.
    void store(List<Handover> handovers, String username, Instant now) {
        given(handovers, PLACED + """
                insert into shipments
                    (draw_id, subscriber_id, tier, place, carrier, tracking_number, handed_over_at, handed_over_by)
                  select draw_id, subscriber_id, tier, place, carrier, tracking_number, cast(:now as timestamptz), :username
                    from placed
                    order by line
                """)
                .param("now", now.toString())
                .param("username", username)
                .update();
    }

    private JdbcClient.StatementSpec given(List<Handover> handovers, String sql) {
        return jdbc.sql(sql)
                .param("lines", handovers.stream().map(Handover::line).toArray(Long[]::new))
                .param("draws", texts(handovers, Handover::drawNumber))
                .param(
                        "subscribers",
                        handovers.stream().map(Handover::subscriber).toArray(Integer[]::new))
                .param("tiers", texts(handovers, Handover::tier))
                .param("carriers", texts(handovers, Handover::carrier))
                .param("numbers", texts(handovers, Handover::trackingNumber));
    }

    private static String[] texts(List<Handover> handovers, Function<Handover, String> text) {
        return handovers.stream().map(text).toArray(String[]::new);
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
        Map<Integer, Shipment> shipments = new LinkedHashMap<>();
        Map<Integer, List<ParcelEvent>> events = new LinkedHashMap<>();
        jdbc.sql("""
                        with changed as (
                          select id from shipments where stored_by >= cast(:horizon as xid8)
                          union
                          select shipment.id
                            from parcel_events event
                            join shipments shipment using (carrier, tracking_number)
                            where event.stored_by >= cast(:horizon as xid8))
                        select id, draw_id, subscriber_id, tier, place, carrier, tracking_number, handed_over_at,
                               leg, event_type, occurred_at
                          from changed
                          join shipments using (id)
                          left join parcel_events using (carrier, tracking_number)
                          where handed_over_at > cast(:handedOver as timestamptz)
                          order by id, leg, occurred_at
                        """)
                .param("horizon", horizon)
                .param("handedOver", handedOver.toString())
                .query(row -> {
                    int id = row.getInt("id");
                    shipments.putIfAbsent(id, shipment(row));
                    List<ParcelEvent> happened = events.computeIfAbsent(id, _ -> new ArrayList<>());
                    if (row.getString("event_type") != null) {
                        happened.add(event(row));
                    }
                });
        return shipments.values().stream()
                .map(shipment -> shipment.with(events.getOrDefault(shipment.id(), List.of())))
                .toList();
    }

    /// The last handovers, newest first.
    List<Shipment> latest(int limit) {
        return jdbc.sql("""
                        select id, draw_id, subscriber_id, tier, place, carrier, tracking_number, handed_over_at
                          from shipments
                          order by id desc
                          limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> shipment(row))
                .list();
    }

    /// A thing that was won.
    ///
    /// @param subscriber who won it
    record WaitingPrize(String drawNumber, int subscriber, String tier) {

        /// As a file of handovers has it, without what is not known yet.
        List<String> fields() {
            return List.of(drawNumber, Integer.toString(subscriber), tier, "", "");
        }
    }

    /// The things that were won in the last three periods and not handed over.
    List<WaitingPrize> waiting() {
        return jdbc.sql("""
                        with things as (
                          select draw.id as draw_id, draw.subscription_period_id, draw.number, draw.date, tier.name, tier.ordinal
                            from draws draw
                            join tiers tier on tier.draw_version_id = draw.published_version_id
                            where tier.kind = 'item'
                              and draw.subscription_period_id in (
                                select id from subscription_periods order by id desc limit 3)),
                        won as (
                          select things.draw_id, things.number, things.date, things.name, winning.subscriber_id,
                                 row_number() over (
                                   partition by things.draw_id, winning.subscriber_id, things.ordinal order by winning.id) as place
                            from things
                            join winnings winning
                              on winning.subscription_period_id = things.subscription_period_id
                                and winning.draw_id = things.draw_id
                                and winning.tier = things.ordinal)
                        select number, subscriber_id, name
                          from won
                          where not exists (
                            select
                              from shipments shipment
                              where shipment.draw_id = won.draw_id
                                and shipment.subscriber_id = won.subscriber_id
                                and shipment.tier = won.name
                                and shipment.place = won.place)
                          order by date, number, subscriber_id, name
                        """)
                .query((row, _) ->
                        new WaitingPrize(row.getString("number"), row.getInt("subscriber_id"), row.getString("name")))
                .list();
    }

    private static Shipment shipment(ResultSet row) throws SQLException {
        return new Shipment(
                row.getInt("id"),
                row.getInt("draw_id"),
                row.getInt("subscriber_id"),
                row.getString("tier"),
                row.getInt("place"),
                row.getString("carrier"),
                row.getString("tracking_number"),
                row.getObject("handed_over_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static ParcelEvent event(ResultSet row) throws SQLException {
        return new ParcelEvent(
                row.getInt("leg"),
                EventType.valueOf(row.getString("event_type").toUpperCase(Locale.ROOT)),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }
}
