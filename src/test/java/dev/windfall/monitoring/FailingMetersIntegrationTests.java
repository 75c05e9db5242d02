package dev.windfall.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.notice.Mailbox;
import dev.windfall.simulator.carrier.Carrier;
import dev.windfall.simulator.carrier.CodeServer;
import dev.windfall.simulator.carrier.CodeServer.Code;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
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

    private static final List<String> BROKEN = List.of(
            "http.server.requests",
            "windfall.statements",
            "windfall.request.statements",
            "windfall.refreshes",
            "windfall.notices.mailed",
            "windfall.delivery.requests",
            "windfall.delivery.updates");

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// What only this test has.
    static final class Broken {

        @Bean
        MeterFilter broken() {
            return new MeterFilter() {
                @Override
                public Meter.Id map(Meter.Id id) {
                    if (BROKEN.stream().anyMatch(id.getName()::startsWith)) {
                        throw new IllegalArgumentException("no meter for this");
                    }
                    return id;
                }
            };
        }
    }

    @Test
    void breakNothing(@TempDir Path folder, CapturedOutput output) throws Exception {
        try (var mailbox = new Mailbox();
                var codes = CodeServer.start(List.of(new Code("swift", "D1", "delivered")), 0);
                var node = node(mailbox, codes);
                var carrier = new Carrier(node.uri(), "swift", SECRET)) {
            TestDraws.publish(node, folder, "41", "2026-11-07", 1);
            assertThat(node.signedIn("clerk")
                            .submit("/admin", "/admin/refreshes")
                            .statusCode())
                    .isEqualTo(302);
            mailbox.subscribe(node.signedIn("1"), "ada@reader.example");
            await().until(() -> carrier.post("[]", node.clock().instant()).statusCode() == 202);
            assertThat(carrier.post("no JSON", node.clock().instant()).statusCode())
                    .isEqualTo(400);

            assertThat(node.signedIn("1").get("/prizes").body()).contains("€5.00");
            assertThat(node.visitor().get("/draws").statusCode()).isEqualTo(200);
            assertThat(node.signedIn("clerk").get("/admin/dashboard").statusCode())
                    .isEqualTo(200);
            assertThat(mailbox.to("ada@reader.example")).as("sent once").hasSize(1);
            assertThat(BROKEN)
                    .allSatisfy(name -> assertThat(
                                    node.bean(MeterRegistry.class).find(name).meters())
                            .as(name + " is broken")
                            .isEmpty());
        }
        assertThat(output.toString().split("can't be measured", -1))
                .as("told at most once")
                .hasSizeLessThanOrEqualTo(2);
    }

    private static Node node(Mailbox mailbox, CodeServer codes) {
        String[] settings = mailbox.settings(
                "windfall.delivery.code-service=" + codes.uri(), "windfall.delivery.carriers.swift.secrets=" + SECRET);
        return Node.on(TestDatabase.createUrl(), List.of(Broken.class), settings)
                .withAccounts();
    }
}
