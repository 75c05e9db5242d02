package dev.windfall.demo;

import dev.windfall.delivery.shipment.Handover;
import dev.windfall.delivery.shipment.Handovers;
import dev.windfall.delivery.shipment.Handovers.Outcome;
import dev.windfall.delivery.shipment.WaitingPrize;
import dev.windfall.draw.LotteryCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Hands the demo's things to its carriers. Those of the last draw wait for whoever wants to try that by hand.
@Component
class DemoParcels {

    private static final Logger log = LoggerFactory.getLogger(DemoParcels.class);

    private final Handovers handovers;
    private final ObjectProvider<DemoCarriers> carriers;
    private final LotteryCalendar calendar;

    DemoParcels(Handovers handovers, ObjectProvider<DemoCarriers> carriers, LotteryCalendar calendar) {
        this.handovers = handovers;
        this.carriers = carriers;
        this.calendar = calendar;
    }

    /// Should another node be about the same work, its parcels are as good.
    void handOver() {
        List<DemoCarrier> open =
                carriers.stream().map(DemoCarriers::all).flatMap(List::stream).toList();
        if (!open.isEmpty()) {
            Outcome outcome = handovers.take("demo", waiting(open), "demo");
            if (!outcome.findings().isEmpty()) {
                log.info("The demo's things are not handed over: {}", outcome.findings());
            }
        }
    }

    private List<Handover> waiting(List<DemoCarrier> open) {
        String last = DemoWeek.last(calendar.today()).drawNumber();
        Map<String, List<WaitingPrize>> waiting = handovers.waiting().stream()
                .filter(prize -> !prize.drawNumber().equals(last))
                .collect(Collectors.groupingBy(WaitingPrize::drawNumber, TreeMap::new, Collectors.toList()));
        List<Handover> parcels = new ArrayList<>();
        waiting.forEach((draw, prizes) -> {
            for (int i = 0; i < prizes.size(); i++) {
                WaitingPrize prize = prizes.get(i);
                String number = "%s-%d-%d".formatted(draw, prize.subscriber(), i + 1);
                parcels.add(new Handover(
                        parcels.size() + 1L,
                        draw,
                        prize.subscriber(),
                        prize.tier(),
                        open.get(Math.floorMod(number.hashCode(), open.size())).name(),
                        number));
            }
        });
        return parcels;
    }
}
