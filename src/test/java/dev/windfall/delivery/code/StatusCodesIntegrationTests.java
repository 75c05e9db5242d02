package dev.windfall.delivery.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.windfall.Requirement;
import dev.windfall.Scrape;
import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.delivery.EventType;
import dev.windfall.simulator.carrier.CodeServer;
import dev.windfall.simulator.carrier.CodeServer.Code;
import dev.windfall.simulator.carrier.CodeServer.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The code service is a real one, as far as HTTP goes, on a port of its own.
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init") // each test starts its own
class StatusCodesIntegrationTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final List<Code> CODES = List.of(
            new Code("swift", "D1", "delivered"),
            new Code("swift", "OFD", "out_for_delivery"),
            new Code("swift", "TR", "in_transit"),
            new Code("snail", "77", "delivered"));

    private CodeServer service;
    private Node node;

    @AfterEach
    void stop() {
        Optional.ofNullable(node).ifPresent(Node::close);
        service.close();
    }

    @Test
    void areFiveQuestionsForEachCarrier() throws IOException {
        start(CODES, "swift", "snail");
        awaitAll();

        codes().refreshWhatIsDue();

        assertThat(service.listsAsked()).isEqualTo(10);
        assertThat(service.codesAsked()).isZero();
        assertThat(lists("swift").eventType("OFD")).isEqualTo(EventType.OUT_FOR_DELIVERY);
        assertThat(lists("swift").eventType("TR")).isNull();
        assertThat(lists("swift").eventType("77")).as("another carrier's").isNull();
        assertThat(lists("snail").eventType("77")).isEqualTo(EventType.DELIVERED);
    }

    @Test
    void areAskedAgainWhenTheyAreOld() throws IOException {
        start(CODES, "swift");
        awaitAll();
        service.know(List.of(new Code("swift", "TR", "delivery_failed")));

        node.clock().advance(Duration.ofMinutes(59));
        codes().refreshWhatIsDue();
        assertThat(lists("swift").eventType("TR")).isNull();
        node.clock().advance(Duration.ofMinutes(2));
        codes().refreshWhatIsDue();

        assertThat(lists("swift").eventType("TR")).isEqualTo(EventType.DELIVERY_FAILED);
        assertThat(lists("swift").eventType("D1")).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void stayTheLastGoodOnesWhileTheServiceFails(Fault fault, CapturedOutput output) throws IOException {
        start(CODES, "swift");
        awaitAll();
        service.fail(fault);
        node.clock().advance(Duration.ofHours(2));

        codes().refreshWhatIsDue();
        codes().refreshWhatIsDue();

        assertThat(lists("swift").eventType("D1")).isEqualTo(EventType.DELIVERED);
        assertThat(age("swift")).isEqualTo(7200, within(1.0));
        assertThat(output.toString().split("status codes of swift are not to be had", -1))
                .as("told once")
                .hasSize(2);

        service.fail(Fault.NONE);
        codes().refreshWhatIsDue();
        assertThat(age("swift")).isZero();
        assertThat(output).contains("The status codes of swift are known again");
    }

    @Test
    void areNotWaitedForLong() throws IOException {
        service = CodeServer.start(CODES, 0);
        service.answerAfter(Duration.ofHours(1));
        node = node("swift", "windfall.delivery.codes-timeout=50ms");

        codes().refreshWhatIsDue();

        assertThat(codes().of("swift")).isEmpty();
    }

    @Test
    void areUnknownUntilTheServiceAnswers() throws IOException {
        service = CodeServer.start(CODES, 0);
        service.fail(Fault.UNAVAILABLE);
        node = node("swift");
        codes().refreshWhatIsDue();
        assertThat(codes().of("swift")).isEmpty();
        assertThat(age("swift")).isNaN();

        service.fail(Fault.NONE);
        codes().refreshWhatIsDue();

        assertThat(codes().of("swift")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void areKnownOfTheOtherCarriersWhateverIsAnsweredForOne(Fault fault) throws IOException {
        service = CodeServer.start(
                List.of(new Code("aardvark", "A", "delivered"), new Code("swift", "D1", "delivered")), 0);
        service.fail(fault, "aardvark");
        node = nodeOf("aardvark", "swift");

        codes().refreshWhatIsDue();

        assertThat(codes().of("aardvark")).isEmpty();
        assertThat(lists("swift").eventType("D1")).isEqualTo(EventType.DELIVERED);
    }

    @Test
    void areNotThoseOfACarrierWithoutAny(CapturedOutput output) throws IOException {
        start(List.of(new Code("swift", "TR", "in_transit")), "swift");

        await().untilAsserted(() -> assertThat(output).contains("the code service has none for it"));

        assertThat(codes().of("swift")).isEmpty();
    }

    @Test
    void haveTheirConflictsTold(CapturedOutput output) throws IOException {
        start(List.of(new Code("swift", "X", "delivered"), new Code("swift", "X", "return_to_sender")), "swift");
        awaitAll();

        assertThat(lists("swift").eventType("X")).isEqualTo(EventType.RETURN_TO_SENDER);
        assertThat(Scrape.of(node).sum("windfall_delivery_codes_conflicts", Map.of("carrier", "swift")))
                .isEqualTo(1);
        await().untilAsserted(
                        () -> assertThat(output)
                                .contains(
                                        "The status code X of swift is on two lists: it counts as return_to_sender and not as delivered"));

        node.clock().advance(Duration.ofHours(2));
        codes().refreshWhatIsDue();
        assertThat(output.getOut().lines().filter(line -> line.contains("on two lists")))
                .as("told once, and not each hour")
                .hasSize(1);
    }

    @Test
    void areExplainedBySomebodyOrTheNodeDoesNotStart() throws IOException {
        service = CodeServer.start(CODES, 0);

        assertThatException()
                .isThrownBy(
                        () -> Node.on(TestDatabase.createUrl(), "windfall.delivery.carriers.swift.secrets=" + SECRET))
                .withStackTraceContaining("windfall.delivery.code-service is needed");
    }

    @Test
    void meanOfRealCarriersWhatTheirTableSays() throws IOException {
        List<Code> real = CodeServer.read(Requirement.data("carriers/carrier_status_codes.csv"));
        Set<String> carriers = real.stream().map(Code::carrier).collect(Collectors.toSet());
        Set<String> interesting =
                Arrays.stream(EventType.values()).map(EventType::key).collect(Collectors.toSet());
        start(real, carriers.toArray(String[]::new));
        awaitAll();

        assertThat(service.listsAsked()).isEqualTo(5L * carriers.size());
        assertThat(real).hasSizeGreaterThan(400).allSatisfy(code -> {
            EventType known = lists(code.carrier()).eventType(code.code());
            assertThat(known == null ? "" : known.key())
                    .isEqualTo(interesting.contains(code.eventType()) ? code.eventType() : "");
        });
    }

    private void start(List<Code> known, String... carriers) throws IOException {
        service = CodeServer.start(known, 0);
        node = nodeOf(carriers);
    }

    private Node node(String carrier, String... further) {
        return Node.on(
                TestDatabase.createUrl(),
                Stream.concat(settings(carrier), Arrays.stream(further)).toArray(String[]::new));
    }

    private Node nodeOf(String... carriers) {
        return Node.on(TestDatabase.createUrl(), settings(carriers).toArray(String[]::new));
    }

    private Stream<String> settings(String... carriers) {
        return Stream.concat(
                Stream.of(
                        "windfall.delivery.code-service=" + service.uri(), "windfall.delivery.codes-poll-interval=1h"),
                Arrays.stream(carriers)
                        .map(carrier -> "windfall.delivery.carriers.%s.secrets=%s".formatted(carrier, SECRET)));
    }

    private void awaitAll() {
        await().until(() -> codes().carriers().stream()
                .allMatch(carrier -> codes().of(carrier).isPresent()));
    }

    private StatusCodes codes() {
        return node.bean(StatusCodes.class);
    }

    private CodeLists lists(String carrier) {
        return codes().of(carrier).orElseThrow();
    }

    private double age(String carrier) {
        return Scrape.of(node).sum("windfall_delivery_codes_age_seconds", Map.of("carrier", carrier));
    }
}
