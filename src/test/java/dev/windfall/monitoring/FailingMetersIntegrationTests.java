package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.prizes.Snapshots;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;

@ExtendWith(OutputCaptureExtension.class)
class FailingMetersIntegrationTests {

    /// What only this test has.
    static final class Broken {

        @Bean
        MeterFilter broken() {
            return new MeterFilter() {
                @Override
                public Meter.Id map(Meter.Id id) {
                    if (id.getName().startsWith("http.server.requests")
                            || id.getName().startsWith("windfall.statements")
                            || id.getName().startsWith("windfall.request.statements")) {
                        throw new IllegalArgumentException("no meter for this");
                    }
                    return id;
                }
            };
        }
    }

    @Test
    void breakNoPageAndNoStatement(@TempDir Path folder, CapturedOutput output) {
        try (Node node =
                Node.on(TestDatabase.createUrl(), List.of(Broken.class)).withAccounts()) {
            TestDraws.publish(node, folder, "41", "2026-11-07", 1);
            node.bean(Snapshots.class).refresh();

            assertThat(node.signedIn("1").get("/prizes").body()).contains("€5.00");
            assertThat(node.visitor().get("/draws").statusCode()).isEqualTo(200);
            assertThat(node.signedIn("clerk").get("/admin/dashboard").statusCode())
                    .isEqualTo(200);
        }
        assertThat(output.toString().split("can't be measured", -1))
                .as("told at most once")
                .hasSizeLessThanOrEqualTo(2);
    }
}
