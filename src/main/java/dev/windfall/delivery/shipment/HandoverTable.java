package dev.windfall.delivery.shipment;

import dev.windfall.delivery.shipment.Shipment.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The shipments as staff see them: what they hand over and take back, what waits for it, and where things are.
@Repository
class HandoverTable {

    /// Handovers beside what is known of their prizes.
    private static final String PLACED = """
            with given as (
              select *
                from unnest(:lines, :draws, :subscribers, :tiers, :carriers, :numbers)
                  as given (line, draw_number, subscriber_id, tier, carrier, tracking_number)),
            known as (
              select given.*, draw.id as draw_id, tier.kind,
                     (select count(*)
                        from winnings winning
                        where winning.subscription_period_id = draw.subscription_period_id
                          and winning.draw_id = draw.id
                          and winning.subscriber_id = given.subscriber_id
                          and winning.tier = tier.ordinal) as won,
                     row_number() over (
                       partition by given.draw_number, given.subscriber_id, given.tier order by given.line) as nth,
                     row_number() over (partition by given.carrier, given.tracking_number order by given.line) > 1
                       or exists (
                            select
                              from shipments shipment
                              where shipment.carrier = given.carrier
                                and shipment.tracking_number = given.tracking_number
                                and shipment.ended_as is distinct from 'mistaken') as in_use
                from given
                left join draws draw
                  on draw.number = given.draw_number and draw.published_version_id is not null
                left join tiers tier
                  on tier.draw_version_id = draw.published_version_id and tier.name = given.tier),
            placed as (
              -- the winner's prizes of this tier that are with no carrier, one after the other
              select known.*,
                     (select free.place
                        from generate_series(1, known.won) as free (place)
                        where not exists (
                          select
                            from shipments shipment
                            where shipment.draw_id = known.draw_id
                              and shipment.subscriber_id = known.subscriber_id
                              and shipment.tier = known.tier
                              and shipment.place = free.place
                              and shipment.ended_as is null)
                        order by free.place
                        offset known.nth - 1
                        limit 1) as place
                from known)
            """;

    /// Shipments that were found, with what happened to them.
    private static final String WITH_EVENTS = """

            select id, draw_id, subscriber_id, tier, place, carrier, tracking_number, handed_over_at,
                   ended_as, ended_at, leg, event_type, occurred_at
              from found
              left join outbound_events using (carrier, tracking_number)
            """;

    private final JdbcClient jdbc;

    HandoverTable(JdbcClient jdbc) {
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
                         when place is null then 'HANDED_OVER'
                         else 'NUMBER_IN_USE'
                       end as problem
                  from placed
                  where draw_id is null or kind is null or kind <> 'item' or place is null or in_use
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

    /// The last handovers, newest first.
    ///
    /// @param wanted a tracking number or a subscriber's; empty for all
    List<Shipment> find(String wanted, int limit) {
        var shipments = new ShipmentRows();
        jdbc.sql("""
                        with found as (
                          select *
                            from shipments
                            where :wanted in ('', tracking_number, cast(subscriber_id as text))
                            order by id desc
                            limit :limit)
                        """ + WITH_EVENTS + "order by id desc, leg, occurred_at, step")
                .param("wanted", wanted)
                .param("limit", limit)
                .query(shipments);
        return shipments.list();
    }

    /// Those that are stuck, for the longest time first.
    ///
    /// @param problem what happened last, such as `delivery_failed`
    /// @param wanted a tracking number or a subscriber's; empty for all
    List<Shipment> findStuck(String problem, String wanted, int limit) {
        var shipments = new ShipmentRows();
        jdbc.sql("""
                        with found as (
                          select shipment.*, last.occurred_at as since
                            from shipments shipment
                            cross join lateral (
                              select event_type, occurred_at
                                from outbound_events event
                                where event.carrier = shipment.carrier
                                  and event.tracking_number = shipment.tracking_number
                                order by leg desc, occurred_at desc, step desc
                                limit 1) last
                            where :wanted in ('', tracking_number, cast(subscriber_id as text))
                              and ended_as is null
                              and last.event_type = :problem
                            order by since, id
                            limit :limit)
                        """ + WITH_EVENTS + "order by since, id, leg, occurred_at, step")
                .param("wanted", wanted)
                .param("problem", problem)
                .param("limit", limit)
                .query(shipments);
        return shipments.list();
    }

    Optional<Shipment> findById(int id) {
        var shipments = new ShipmentRows();
        jdbc.sql("with found as (select * from shipments where id = :id)" + WITH_EVENTS
                        + "order by leg, occurred_at, step")
                .param("id", id)
                .query(shipments);
        return shipments.list().stream().findFirst();
    }

    /// Takes down that a parcel is on its way no longer.
    void end(Shipment shipment, Ending ending, String username, Instant now) {
        jdbc.sql("""
                        update shipments
                          set ended_as = :ending, ended_at = cast(:now as timestamptz), ended_by = :username,
                              stored_by = pg_current_xact_id()
                          where id = :id
                        """)
                .param("id", shipment.id())
                .param("ending", ending.key())
                .param("now", now.toString())
                .param("username", username)
                .update();
    }

    /// What was told of a parcel to the wrong winner is for the right one, once it is known who that is.
    void tellAgain(Shipment shipment) {
        jdbc.sql("""
                        update parcel_events
                          set noticed_at = null
                          where carrier = :carrier and tracking_number = :number
                        """)
                .param("carrier", shipment.carrier())
                .param("number", shipment.trackingNumber())
                .update();
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
                                and shipment.place = won.place
                                and shipment.ended_as is null)
                          order by date, number, subscriber_id, name
                        """)
                .query((row, _) ->
                        new WaitingPrize(row.getString("number"), row.getInt("subscriber_id"), row.getString("name")))
                .list();
    }
}
