package dev.windfall.delivery.intake;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The events of all parcels, those included whose number nobody has handed in yet.
@Repository
class EventTable {

    private final JdbcClient jdbc;

    EventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Stores what is new of a request, all of it or nothing.
    ///
    /// @param proof by which the request is known
    /// @return how many events were new
    /// @throws IntakeRefused if the same request was taken before
    @Transactional(rollbackFor = IntakeRefused.class)
    public int store(String carrier, byte[] proof, List<StatusUpdate> updates) throws IntakeRefused {
        if (!remember(proof)) {
            throw new IntakeRefused(Refusal.REPLAYED);
        }
        return jdbc.sql("""
                        insert into parcel_events (carrier, event_id, tracking_number, leg, event_type, occurred_at)
                          select :carrier, event_id, tracking_number, leg, event_type, cast(occurred_at as timestamptz)
                            from unnest(:eventIds, :trackingNumbers, :legs, :eventTypes, :times)
                              as events (event_id, tracking_number, leg, event_type, occurred_at)
                            -- two requests with the same events don't wait for each other in a circle
                            order by event_id
                          on conflict do nothing
                        """)
                .param("carrier", carrier)
                .param("eventIds", texts(updates, StatusUpdate::eventId))
                .param("trackingNumbers", texts(updates, StatusUpdate::trackingNumber))
                .param("legs", updates.stream().map(StatusUpdate::leg).toArray(Integer[]::new))
                .param("eventTypes", texts(updates, update -> update.eventType().key()))
                .param("times", texts(updates, update -> update.occurredAt().toString()))
                .update();
    }

    private boolean remember(byte[] proof) {
        return jdbc.sql("insert into carrier_requests (proof) values (:proof) on conflict do nothing")
                        .param("proof", proof)
                        .update()
                == 1;
    }

    private static String[] texts(List<StatusUpdate> updates, Function<StatusUpdate, String> text) {
        return updates.stream().map(text).toArray(String[]::new);
    }

    /// Forgets requests that are too old to be sent again.
    void forget(Duration age) {
        jdbc.sql("delete from carrier_requests where received_at < now() - make_interval(secs => :age)")
                .param("age", age.toSeconds())
                .update();
    }
}
