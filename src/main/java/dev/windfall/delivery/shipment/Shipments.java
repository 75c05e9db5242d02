package dev.windfall.delivery.shipment;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.windfall.delivery.shipment.Shipment.End;
import dev.windfall.delivery.shipment.Shipment.ParcelEvent;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.prizes.Journey;
import dev.windfall.prizes.Journey.Stage;
import dev.windfall.prizes.Journeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// This node's picture of all shipments of late: a winner's page asks it and not the database.
@Component
public class Shipments implements Journeys {

    /// Longer than a prize is on the page of the last three months.
    private static final Duration SHOWN = Duration.ofDays(120);

    /// How long something that happened is told at the head of the page, give or take a day.
    private static final Duration NEWS = Duration.ofDays(14);

    /// After which everything is asked for anew, so that what is shown no longer makes room.
    private static final Duration WHOLE = Duration.ofDays(1);

    private final ShipmentTable table;
    private final LotteryCalendar calendar;

    /// Of subscribers who have any, by their numbers.
    private volatile Map<Integer, List<Journey>> journeys = Map.of();

    /// By number, so that all nodes tell of a subscriber's in one order.
    private SortedMap<Integer, Shipment> known = new TreeMap<>();
    private String horizon = ShipmentTable.BEGINNING;
    private Instant asked = Instant.MIN;

    Shipments(ShipmentTable table, LotteryCalendar calendar) {
        this.table = table;
        this.calendar = calendar;
    }

    @Override
    public List<Journey> of(int subscriber) {
        return journeys.getOrDefault(subscriber, List.of());
    }

    private record PrizeOnItsWay(int drawId, String tier, int place) {

        static PrizeOnItsWay of(Shipment shipment) {
            return new PrizeOnItsWay(shipment.drawId(), shipment.tier(), shipment.place());
        }
    }

    /// All that carriers have, by number.
    public synchronized List<Shipment> underWay() {
        return known.values().stream()
                .filter(shipment -> shipment.end() == null)
                .toList();
    }

    /// Asks what has happened since the last time.
    synchronized void refresh() {
        Instant now = calendar.now();
        boolean whole = asked.equals(Instant.MIN) || asked.plus(WHOLE).isBefore(now);
        String next = table.horizon();
        List<Shipment> changed = table.changedSince(whole ? ShipmentTable.BEGINNING : horizon, now.minus(SHOWN));
        if (whole) {
            known = new TreeMap<>();
            asked = now;
        }
        horizon = next;
        if (whole || !changed.isEmpty()) {
            changed.forEach(shipment -> known.put(shipment.id(), shipment));
            journeys = known.values().stream()
                    .filter(shipment -> !shipment.isMistaken())
                    .collect(groupingBy(Shipment::subscriber, collectingAndThen(toList(), this::journeys)));
        }
    }

    private List<Journey> journeys(List<Shipment> shipments) {
        Map<PrizeOnItsWay, List<Shipment>> byPrize =
                shipments.stream().collect(groupingBy(PrizeOnItsWay::of, LinkedHashMap::new, toList()));
        return byPrize.values().stream().map(this::journey).toList();
    }

    /// @param shipments of one prize, each but the last of which came back
    private Journey journey(List<Shipment> shipments) {
        Shipment last = shipments.getLast();
        List<Stage> stages = new ArrayList<>();
        shipments.subList(0, shipments.size() - 1).forEach(shipment -> addStages(shipment, false, stages));
        addStages(last, true, stages);
        return new Journey(last.drawId(), last.tier(), last.place(), stages, hasNews(last));
    }

    /// @param isLast whether nothing comes after it
    private void addStages(Shipment shipment, boolean isLast, List<Stage> stages) {
        stages.add(new Stage(
                "journey.handed-over",
                List.of(shipment.carrier().toUpperCase(Locale.ROOT), shipment.trackingNumber()),
                calendar.at(shipment.handedOverAt()).toLocalDate(),
                false));
        End end = shipment.end();
        if (shipment.events().isEmpty() && end == null) {
            stages.add(new Stage("journey.on-its-way", List.of(), null, false));
        }
        List<ParcelEvent> events = shipment.events();
        for (int i = 0; i < events.size(); i++) {
            stages.add(stage(events.get(i), isLast && end == null && i == events.size() - 1));
        }
        if (end != null) {
            stages.add(
                    new Stage("journey.back", List.of(), calendar.at(end.at()).toLocalDate(), false));
        }
    }

    private boolean hasNews(Shipment shipment) {
        ParcelEvent last = shipment.last();
        return last != null && last.occurredAt().isAfter(asked.minus(NEWS));
    }

    /// @param isNow false for what is over: nobody has to do anything about it any more
    private Stage stage(ParcelEvent event, boolean isNow) {
        String text = "journey." + event.eventType().key();
        return new Stage(
                isNow ? text : text + ".past",
                List.of(),
                calendar.at(event.occurredAt()).toLocalDate(),
                isNow
                        && switch (event.eventType()) {
                            case RETURN_TO_SENDER, DELIVERY_FAILED -> true;
                            case DELIVERED, READY_FOR_PICKUP, OUT_FOR_DELIVERY -> false;
                        });
    }
}
