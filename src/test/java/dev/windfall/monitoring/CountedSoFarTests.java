package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountedSoFarTests {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final CountedSoFar counted = new CountedSoFar(meters);

    @Test
    void tellsViewsThatFailedFromAllElseThatDid() {
        answered("GET", "/prizes", 500);
        answered("GET", "/admin/imports", 500);
        answered("POST", "/api/v1/carriers/{carrier}/updates", 503);
        answered("GET", "/admin/dashboard/updates", 503);
        answered("GET", "/admin/imports", 200);
        answered("GET", "/admin/imports", 404);

        Counts counts = counted.read();

        assertThat(counts.views().failed()).isEqualTo(1);
        assertThat(counts.failedElsewhere()).isEqualTo(2);
    }

    private void answered(String method, String route, int status) {
        meters.timer("http.server.requests", "method", method, "uri", route, "status", Integer.toString(status))
                .record(Duration.ofMillis(1));
    }
}
