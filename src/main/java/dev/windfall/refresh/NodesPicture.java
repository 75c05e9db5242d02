package dev.windfall.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The tables of nodes and requests, as they were at one moment.
///
/// @param readAt when, by this node's clock
/// @param newestVersion what all nodes should show
/// @param nodes by name
record NodesPicture(Instant readAt, long newestVersion, List<ListedNode> nodes, Optional<RefreshRequest> request) {

    /// Before anything was read.
    static final NodesPicture NONE = new NodesPicture(Instant.EPOCH, 0, List.of(), Optional.empty());

    NodesPicture {
        nodes = List.copyOf(nodes);
    }

    Duration ageAt(Instant now) {
        Duration age = Duration.between(readAt, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
