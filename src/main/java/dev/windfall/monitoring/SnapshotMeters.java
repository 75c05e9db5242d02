package dev.windfall.monitoring;

import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.refresh.ListedNode;
import dev.windfall.refresh.Nodes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// What this node shows, and how far it and the others are behind what is published.
@Component
@ConditionalOnWebApplication
class SnapshotMeters implements MeterBinder {

    private static final double UNKNOWN = Double.NaN;

    private final Snapshots snapshots;
    private final Nodes nodes;

    SnapshotMeters(Snapshots snapshots, Nodes nodes) {
        this.snapshots = snapshots;
        this.nodes = nodes;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("windfall.snapshot.version", this, it -> it.ofSnapshot(Snapshot::dataVersion))
                .description("Data version of the snapshot that this node answers from")
                .register(meters);
        Gauge.builder("windfall.snapshot.age", this, it -> it.ofSelf(SnapshotMeters::ageSeconds))
                .description("How long ago the snapshot was last seen to be the state of the database")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("windfall.snapshot.lag", this, it -> it.ofSelf(node -> (double) node.versionsBehind()))
                .description("How many data versions the snapshot lacks, as far as this node knows")
                .baseUnit("versions")
                .register(meters);
        Gauge.builder(
                        "windfall.snapshot.draws",
                        this,
                        it -> it.ofSnapshot(shown -> (double) shown.published().count()))
                .description("Published draws in the snapshot")
                .register(meters);
        Gauge.builder("windfall.snapshot.prizes", this, it -> it.ofSnapshot(SnapshotMeters::prizes))
                .description("Prizes in the snapshot")
                .register(meters);
        Gauge.builder("windfall.cluster.nodes", this, it -> it.all().size())
                .description("Nodes that share the database")
                .register(meters);
        Gauge.builder("windfall.cluster.lagging", this, SnapshotMeters::lagging)
                .description("Nodes that don't show what they should, or have gone silent")
                .baseUnit("nodes")
                .register(meters);
        Gauge.builder("windfall.cluster.age", this, SnapshotMeters::greatestAge)
                .description("How long ago the snapshot of the node was confirmed that waits for that the longest")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("windfall.cluster.lag", this, SnapshotMeters::greatestLag)
                .description("How many data versions the node lacks that is furthest behind")
                .baseUnit("versions")
                .register(meters);
    }

    private double ofSnapshot(ToDoubleFunction<Snapshot> figure) {
        return snapshots.find().stream().mapToDouble(figure).findFirst().orElse(UNKNOWN);
    }

    private double ofSelf(ToDoubleFunction<ListedNode> figure) {
        return all().stream()
                .filter(ListedNode::self)
                .mapToDouble(figure)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private List<ListedNode> all() {
        return nodes.all(snapshots.find());
    }

    private double lagging() {
        return all().stream().filter(ListedNode::lagging).count();
    }

    private double greatestLag() {
        return all().stream().mapToLong(ListedNode::versionsBehind).max().orElse(0);
    }

    private double greatestAge() {
        return all().stream()
                .filter(node -> node.age().isPresent())
                .mapToDouble(SnapshotMeters::ageSeconds)
                .max()
                .orElse(UNKNOWN);
    }

    private static double ageSeconds(ListedNode node) {
        return node.age().map(Duration::toMillis).map(ms -> ms / 1e3).orElse(UNKNOWN);
    }

    private static double prizes(Snapshot snapshot) {
        return snapshot.published()
                .mapToDouble(draw -> draw.winners().prizeCount())
                .sum();
    }
}
