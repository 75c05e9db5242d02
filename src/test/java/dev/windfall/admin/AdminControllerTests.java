package dev.windfall.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.windfall.draw.LotteryCalendar;
import dev.windfall.prizes.Snapshot;
import dev.windfall.prizes.Snapshots;
import dev.windfall.refresh.Nodes;
import dev.windfall.refresh.RefreshHistory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/// Between any two looks, another state has come.
class AdminControllerTests {

    private final Snapshots snapshots = mock(Snapshots.class);
    private final Nodes nodes = mock(Nodes.class);
    private final ExtendedModelMap model = new ExtendedModelMap();
    private final AdminController controller = new AdminController(
            snapshots,
            nodes,
            new RefreshHistory(),
            new LotteryCalendar(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), ZoneOffset.UTC));
    private final Snapshot first = Snapshot.of(1, Instant.EPOCH, List.of());

    AdminControllerTests() {
        when(snapshots.find())
                .thenReturn(Optional.of(first))
                .thenReturn(Optional.of(Snapshot.of(2, Instant.EPOCH, List.of())));
    }

    @Test
    void showsItsNodeAndTheListOfNodesFromOneSnapshot() {
        controller.show(model);

        assertThat(model.get("snapshot")).isSameAs(first);
        assertThat(model.get("version")).isEqualTo(1L);
        verify(nodes).all(Optional.of(first));
        verify(snapshots, times(1)).find();
    }

    @Test
    void comparesThePageWithTheSnapshotThatItShows() {
        var response = new MockHttpServletResponse();

        controller.showNodes(1, model, response);

        assertThat(response.getHeader("HX-Refresh")).isNull();
        verify(nodes).all(Optional.of(first));
        verify(snapshots, times(1)).find();
    }
}
