package dev.windfall.delivery.shipment;

import dev.windfall.audit.AuditTrail;
import dev.windfall.audit.Deed;
import dev.windfall.audit.Deed.Action;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.delivery.Carriers;
import dev.windfall.delivery.shipment.HandoverTable.Refused;
import dev.windfall.delivery.shipment.Shipment.Ending;
import dev.windfall.draw.LotteryCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes down which prizes are handed to which carriers, all of a file or none of it, and which come back.
@Service
public class Handovers {

    private final HandoverTable shipments;
    private final Set<String> carriers;
    private final AuditTrail audit;
    private final LotteryCalendar calendar;

    Handovers(HandoverTable shipments, Carriers carriers, AuditTrail audit, LotteryCalendar calendar) {
        this.shipments = shipments;
        this.carriers = new TreeSet<>(carriers.names());
        this.audit = audit;
        this.calendar = calendar;
    }

    /// By whom prizes may travel.
    Set<String> carriers() {
        return carriers;
    }

    /// @param count how many prizes were handed over; 0 if anything was found
    public record Outcome(int count, Findings findings) {}

    /// @param username of whoever hands them over
    /// @throws IOException if the file can't be read
    @Transactional
    public Outcome take(String file, InputStream in, String username) throws IOException {
        var findings = new Findings.Collector();
        List<Handover> handovers = HandoverFile.read(file, in, carriers, findings);
        return take(file, handovers, username, findings);
    }

    /// @param source where staff find them
    /// @param username of whoever hands them over
    @Transactional
    public Outcome take(String source, List<Handover> handovers, String username) {
        return take(source, handovers, username, new Findings.Collector());
    }

    /// The things that were won in the last three periods and not handed over.
    public List<WaitingPrize> waiting() {
        return shipments.waiting();
    }

    /// Takes down that a parcel is on its way no longer, whatever its carrier says: staff have it in their hands. Its
    /// prize waits for another one.
    ///
    /// @param username of whoever says so
    /// @return false if that was taken down before
    @Transactional
    public boolean end(int id, Ending ending, String username) {
        shipments.lock();
        Optional<Shipment> known = shipments.findById(id).filter(shipment -> shipment.end() == null);
        known.ifPresent(shipment -> end(shipment, ending, username));
        return known.isPresent();
    }

    private void end(Shipment shipment, Ending ending, String username) {
        shipments.end(shipment, ending, username, calendar.now());
        if (ending == Ending.MISTAKEN) {
            shipments.tellAgain(shipment);
        }
        audit.record(Deed.of(
                Action.TAKEN_BACK,
                username,
                "parcel %s with %s, %s".formatted(shipment.trackingNumber(), shipment.carrier(), ending.key())));
    }

    private Outcome take(String file, List<Handover> handovers, String username, Findings.Collector findings) {
        shipments.lock();
        shipments.check(handovers).forEach(refused -> findings.add(finding(file, refused)));
        if (!findings.isEmpty() || handovers.isEmpty()) {
            return new Outcome(0, byLine(findings.findings()));
        }
        shipments.store(handovers, username, calendar.now());
        audit.record(Deed.of(Action.HANDED_OVER, username, counted(handovers) + " by " + file));
        return new Outcome(handovers.size(), Findings.NONE);
    }

    /// What is read and what is compared with the winners is found one after the other.
    private static Findings byLine(Findings findings) {
        return new Findings(
                findings.first().stream()
                        .sorted(Comparator.comparingLong(Finding::line))
                        .toList(),
                findings.more());
    }

    /// A single one is named; a file has as many as it has.
    private static String counted(List<Handover> handovers) {
        if (handovers.size() > 1) {
            return handovers.size() + " prizes";
        }
        Handover one = handovers.getFirst();
        return "%s of draw %s for subscriber %d, %s with %s,"
                .formatted(one.tier(), one.drawNumber(), one.subscriber(), one.trackingNumber(), one.carrier());
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
                new Finding(
                        file,
                        refused.line(),
                        Finding.ROW,
                        "this prize is on its way: leave it out, or take it back first");
            case NUMBER_IN_USE ->
                new Finding(
                        file,
                        refused.line(),
                        "tracking_number",
                        "this number is that of another parcel: look at the label again, or print a new one");
        };
    }
}
