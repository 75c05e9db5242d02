package dev.windfall.prizes;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// A node is ready once it has a snapshot to answer from, and stays so when the database goes away.
@Component("snapshotHealthIndicator")
class SnapshotHealthIndicator implements HealthIndicator {

    private final Snapshots snapshots;

    SnapshotHealthIndicator(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Health health() {
        return snapshots
                .find()
                .map(snapshot -> Health.up()
                        .withDetail("dataVersion", snapshot.dataVersion())
                        .withDetail("asOf", snapshot.asOf()))
                .orElseGet(Health::outOfService)
                .build();
    }
}
