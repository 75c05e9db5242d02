package dev.windfall.delivery.shipment;

/// A prize that is given to a carrier, as staff tell it.
///
/// @param line of the file that it stands in; 1 for one that was typed in
public record Handover(
        long line, String drawNumber, int subscriber, String tier, String carrier, String trackingNumber) {}
