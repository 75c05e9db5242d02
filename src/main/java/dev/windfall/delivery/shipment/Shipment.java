package dev.windfall.delivery.shipment;

import dev.windfall.delivery.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A prize on its way.
///
/// @param place which of the winner's prizes of this tier in this draw it is, from 1
/// @param end null for what is on its way, or was delivered
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
        @Nullable End end,
        List<ParcelEvent> events) {

    public Shipment {
        events = List.copyOf(events);
    }

    /// Why a parcel is on its way no longer, so that its prize may be handed over again.
    public enum Ending {
        /// It is back.
        RETURNED,
        /// Its number is another parcel's, and so is all that was told of it.
        MISTAKEN;

        /// As the database and forms have it.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record End(Ending ending, Instant at) {}

    /// The same with what happened to it. What its carrier tells after it ended is nothing that happens to its winner.
    Shipment with(List<ParcelEvent> happened) {
        List<ParcelEvent> told = new ArrayList<>();
        happened.stream()
                .filter(event -> end == null || !event.occurredAt().isAfter(end.at()))
                .forEach(event -> tell(event, told));
        return new Shipment(id, drawId, subscriber, tier, place, carrier, trackingNumber, handedOverAt, end, told);
    }

    /// Carriers have several codes for one thing, and tell it more than once: the last time counts, but of a delivery
    /// the first.
    private static void tell(ParcelEvent event, List<ParcelEvent> told) {
        boolean isRepeated = !told.isEmpty() && told.getLast().eventType() == event.eventType();
        if (isRepeated && event.eventType() == EventType.DELIVERED) {
            return;
        }
        if (isRepeated) {
            told.removeLast();
        }
        told.add(event);
    }

    boolean isMistaken() {
        return end != null && end.ending() == Ending.MISTAKEN;
    }

    /// What happened last; null if nothing has yet.
    public @Nullable ParcelEvent last() {
        return events.isEmpty() ? null : events.getLast();
    }

    /// @param leg the way that the parcel was on
    public record ParcelEvent(int leg, EventType eventType, Instant occurredAt) {}
}
