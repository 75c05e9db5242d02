package dev.windfall.delivery;

import java.util.Locale;

/// What can happen to a parcel that its winner wants to know, of the dozens of things that carriers tell. Declared in
/// the order of their precedence, should a carrier's code stand for two: a problem is told rather than missed, and an
/// end rather than a step on the way to it.
public enum EventType {
    RETURN_TO_SENDER,
    DELIVERY_FAILED,
    DELIVERED,
    READY_FOR_PICKUP,
    OUT_FOR_DELIVERY;

    /// As the carriers' code service and the database call it: `out_for_delivery`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
