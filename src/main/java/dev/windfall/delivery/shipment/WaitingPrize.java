package dev.windfall.delivery.shipment;

import java.util.List;

/// A thing that was won.
///
/// @param subscriber who won it
public record WaitingPrize(String drawNumber, int subscriber, String tier) {

    /// As a file of handovers has it, without what is not known yet.
    List<String> fields() {
        return List.of(drawNumber, Integer.toString(subscriber), tier, "", "");
    }
}
