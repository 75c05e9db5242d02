package dev.windfall.delivery.shipment;

import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.delivery.DeliverySettings;
import dev.windfall.delivery.shipment.ShipmentTable.Refused;
import dev.windfall.draw.LotteryCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes down which prizes are handed to which carriers, all of a file or none of it.
@Service
class Handovers {

    private final ShipmentTable shipments;
    private final Set<String> carriers;
    private final LotteryCalendar calendar;

    Handovers(ShipmentTable shipments, DeliverySettings settings, LotteryCalendar calendar) {
        this.shipments = shipments;
        this.carriers = new TreeSet<>(settings.carriers().keySet());
        this.calendar = calendar;
    }

    /// By whom prizes may travel.
    Set<String> carriers() {
        return carriers;
    }

    /// @param count how many prizes were handed over; 0 if anything was found
    record Outcome(int count, Findings findings) {}

    /// @param username of whoever hands them over
    /// @throws IOException if the file can't be read
    @Transactional
    public Outcome take(String file, InputStream in, String username) throws IOException {
        var findings = new Findings.Collector();
        List<Handover> handovers = HandoverFile.read(file, in, carriers, findings);
        shipments.lock();
        shipments.check(handovers).forEach(refused -> findings.add(finding(file, refused)));
        if (!findings.isEmpty()) {
            return new Outcome(0, findings.findings());
        }
        shipments.store(handovers, username, calendar.now());
        return new Outcome(handovers.size(), Findings.NONE);
    }

    private static Finding finding(String file, Refused refused) {
        return switch (refused.problem()) {
            case NO_DRAW ->
                new Finding(file, refused.line(), "draw_no", "no such draw is published: hand over what is");
            case NO_TIER ->
                new Finding(file, refused.line(), "tier", "the draw has no such tier: write it as its results do");
            case NO_THING ->
                new Finding(file, refused.line(), "tier", "who wins this tier gets money: it is paid out, not sent");
            case NOT_WON ->
                new Finding(
                        file, refused.line(), "subscriber_id", "this subscriber did not win that: compare the winners");
            case HANDED_OVER ->
                new Finding(file, refused.line(), Finding.ROW, "this prize has been handed over: remove the row");
            case NUMBER_IN_USE ->
                new Finding(
                        file,
                        refused.line(),
                        "tracking_number",
                        "another prize travels under this number: look at the label again");
        };
    }
}
