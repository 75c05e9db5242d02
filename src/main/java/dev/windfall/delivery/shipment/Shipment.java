package dev.windfall.delivery.shipment;

import dev.windfall.delivery.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    /// The same with what happened to it. What its carrier tells of the way back to us, or after it ended, is nothing
    /// that happens to its winner.
    Shipment with(List<ParcelEvent> happened) {
        List<ParcelEvent> told = new ArrayList<>();
        Set<Integer> back = new HashSet<>();
        for (ParcelEvent event : happened) {
            boolean isOver = end != null && event.occurredAt().isAfter(end.at());
            if (!isOver && !back.contains(event.leg())) {
                told.add(event);
            }
            if (event.eventType() == EventType.RETURN_TO_SENDER) {
                back.add(event.leg());
            }
        }
        return new Shipment(id, drawId, subscriber, tier, place, carrier, trackingNumber, handedOverAt, end, told);
    }

    /// Whether it may be said to be back: its carrier said that it would be.
    public boolean returns() {
        ParcelEvent last = last();
        return last != null && last.eventType() == EventType.RETURN_TO_SENDER;
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
