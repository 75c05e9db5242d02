package dev.windfall.delivery.shipment;

import dev.windfall.delivery.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A prize on its way.
///
/// @param place which of the winner's prizes of this tier in this draw it is, from 1
/// @param events in the order in which they happened, leg by leg
public record Shipment(
        int id,
        int drawId,
        int subscriber,
        String tier,
        int place,
        String carrier,
        String trackingNumber,
        Instant handedOverAt,
        List<ParcelEvent> events) {

    public Shipment {
        events = List.copyOf(events);
    }

    /// The same with what happened to it.
    Shipment with(List<ParcelEvent> happened) {
        return new Shipment(id, drawId, subscriber, tier, place, carrier, trackingNumber, handedOverAt, happened);
    }

    /// What happened last; null if nothing has yet.
    public @Nullable ParcelEvent last() {
        return events.isEmpty() ? null : events.getLast();
    }

    /// @param leg the way that the parcel was on
    public record ParcelEvent(int leg, EventType eventType, Instant occurredAt) {}
}
