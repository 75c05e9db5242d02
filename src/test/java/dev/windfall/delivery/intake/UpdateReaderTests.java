package dev.windfall.delivery.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windfall.delivery.EventType;
import dev.windfall.delivery.code.CodeLists;
import dev.windfall.delivery.code.KnownCodes;
import dev.windfall.delivery.intake.UpdateReader.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateReaderTests {

    private static final CodeLists CODES =
            KnownCodes.of(Map.of(EventType.DELIVERED, List.of("D1"), EventType.OUT_FOR_DELIVERY, List.of("OFD")));

    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    private static final String DELIVERED = """
            {"event_id": "e1", "tracking_number": "T1", "status_code": "D1", "occurred_at": "2026-11-21T10:15:00+01:00"}""";

    private static final StatusUpdate DELIVERED_UPDATE =
            new StatusUpdate("e1", "T1", 1, EventType.DELIVERED, Instant.parse("2026-11-21T09:15:00Z"));

    @Test
    void readsAnArray() throws IntakeRefused {
        assertThat(read("[" + DELIVERED + ", {\"status_code\": \"in a depot\"}]"))
                .isEqualTo(new Updates(2, List.of(DELIVERED_UPDATE)));
    }

    @Test
    void readsOneOnEachLine() throws IntakeRefused {
        assertThat(read("{\"status_code\": \"in a depot\"}\n" + DELIVERED + "\n\n" + DELIVERED + "\n"))
                .isEqualTo(new Updates(3, List.of(DELIVERED_UPDATE, DELIVERED_UPDATE)));
    }

    @Test
    void readsNothingOutOfNothing() throws IntakeRefused {
        assertThat(read("[]")).isEqualTo(new Updates(0, List.of()));
        assertThat(read("")).isEqualTo(new Updates(0, List.of()));
    }

    @Test
    void readsALegAndLeavesOutWhatNobodyAskedFor() throws IntakeRefused {
        assertThat(read("""
                        [{"leg": 2, "place": {"city": "Lyon", "seen": [1, 2]}, "event_id": "e2", "status_code": "OFD",
                          "tracking_number": "T1", "occurred_at": "2026-11-21T12:00:00.5Z"}]
                        """).interesting())
                .containsExactly(new StatusUpdate(
                        "e2", "T1", 2, EventType.OUT_FOR_DELIVERY, Instant.parse("2026-11-21T12:00:00.5Z")));
    }

    @Test
    void takesNoLegForTheFirst() throws IntakeRefused {
        assertThat(read("[" + DELIVERED.replace("{", "{\"leg\": null, ") + "]").interesting())
                .containsExactly(DELIVERED_UPDATE);
    }

    /// What is dropped is not looked at any further.
    @Test
    void forgivesWhatIsOfNoInterest() throws IntakeRefused {
        assertThat(read("[{\"status_code\": \"in a depot\", \"occurred_at\": \"soon\"}]"))
                .isEqualTo(new Updates(1, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"status_code": "D1"}                                                    | event_id is missing
            {"event_id": "e"}                                                        | status_code is missing
            {"status_code": 7}                                                       | status_code is a text
            {"status_code": "D1", "event_id": ""}                                    | event_id takes 1 to 64 characters
            {"status_code": "D1", "event_id": "e\\u0000"}                            | event_id takes 1 to 64 characters
            {"status_code": "D1", "leg": 0}                                          | leg is a whole number from 1 to 9
            {"status_code": "D1", "leg": 1.5}                                        | leg is a whole number from 1 to 9
            {"status_code": "D1", "leg": 99999999999999999999}                       | leg is a whole number from 1 to 9
            "D1"                                                                     | an update is an object
            {"event_id": "e", "status_code": "D1", "tracking_number": "T", "occurred_at": "2026-11-21"} | its offset
            {"event_id": "e", "status_code": "D1", "tracking_number": "T", "occurred_at": "2026-11-23T00:00:00Z"} | that has come
            {"event_id": "e", "status_code": "D1", "tracking_number": "T", "occurred_at": "1999-12-31T00:00:00Z"} | that has come
            """)
    void saysWhatIsWrongAndWhere(String update, String reason) {
        assertThatExceptionOfType(IntakeRefused.class)
                .isThrownBy(() -> read("[\n" + DELIVERED + ",\n" + update + "]"))
                .withMessageStartingWith("update ")
                .withMessageContaining("line 3, column ")
                .withMessageContaining(reason)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            garbage
            [{"status_code": "D1"
            [{"status_code": "D1"},
            {"status_code" "D1"}
            <xml/>
            """)
    void saysWhereItIsNoJson(String body) {
        assertThatExceptionOfType(IntakeRefused.class)
                .isThrownBy(() -> read(body))
                .withMessageContaining("line 1, column ");
    }

    static Stream<String> monsters() {
        return Stream.of(
                "[{\"x\": " + "[".repeat(2_000),
                "{\"a\":".repeat(3_000),
                "[{\"%s\": 1}]".formatted("x".repeat(60_000)),
                "[{\"leg\": %s}]".formatted("9".repeat(2_000)),
                "[{\"status_code\": \"D1\", \"event_id\": \"\\ud800\"}]");
    }

    /// Of some of them the parser doesn't say where they stand.
    @ParameterizedTest
    @MethodSource("monsters")
    void refusesWhatNobodyCouldMean(String body) {
        assertThatExceptionOfType(IntakeRefused.class)
                .isThrownBy(() -> read(body))
                .withMessageStartingWith("update 1, ")
                .withMessageNotContaining("(")
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNREADABLE));
    }

    @Test
    void takesNothingAfterTheEnd() {
        assertThatExceptionOfType(IntakeRefused.class)
                .isThrownBy(() -> read("[] []"))
                .withMessageContaining("after the end of the array");
    }

    private static Updates read(String body) throws IntakeRefused {
        return UpdateReader.read(body.getBytes(UTF_8), CODES, NOW);
    }
}
