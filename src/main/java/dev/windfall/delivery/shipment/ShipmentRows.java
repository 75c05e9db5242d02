package dev.windfall.delivery.shipment;

import dev.windfall.delivery.EventType;
import dev.windfall.delivery.shipment.Shipment.End;
import dev.windfall.delivery.shipment.Shipment.Ending;
import dev.windfall.delivery.shipment.Shipment.ParcelEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/// Puts shipments together out of rows of which each has one event, or none, beside its shipment.
final class ShipmentRows implements RowCallbackHandler {

    private final Map<Integer, Shipment> shipments = new LinkedHashMap<>();
    private final Map<Integer, List<ParcelEvent>> events = new LinkedHashMap<>();

    @Override
    public void processRow(ResultSet row) throws SQLException {
        int id = row.getInt("id");
        shipments.putIfAbsent(id, shipment(row));
        List<ParcelEvent> happened = events.computeIfAbsent(id, _ -> new ArrayList<>());
        if (row.getString("event_type") != null) {
            happened.add(event(row));
        }
    }

    /// In the order in which they came.
    List<Shipment> list() {
        return shipments.values().stream()
                .map(shipment -> shipment.with(events.getOrDefault(shipment.id(), List.of())))
                .toList();
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
                end(row),
                List.of());
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        String ending = row.getString("ended_as");
        return ending == null
                ? null
                : new End(
                        Ending.valueOf(ending.toUpperCase(Locale.ROOT)),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }

    private static ParcelEvent event(ResultSet row) throws SQLException {
        return new ParcelEvent(
                row.getInt("leg"),
                EventType.valueOf(row.getString("event_type").toUpperCase(Locale.ROOT)),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }
}
