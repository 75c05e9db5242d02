package dev.windfall.delivery.intake;

import dev.windfall.delivery.EventType;
import java.time.Instant;

/// Something that happened to a parcel and that its winner wants to know.
///
/// @param eventId by which the carrier knows it: the same id is the same event, however often it comes
/// @param leg the way that the parcel is on, counted from 1: a return after delivery is a way of its own
/// @param occurredAt by which events of one leg are in order, whenever they come in
record StatusUpdate(String eventId, String trackingNumber, int leg, EventType eventType, Instant occurredAt) {}
