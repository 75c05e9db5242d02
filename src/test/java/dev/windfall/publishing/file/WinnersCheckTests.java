package dev.windfall.publishing.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinnersCheckTests {

    private static final String HEADER = "draw_no,subscriber_id,tier,amount,currency\n";
    private static final Tier FIVE = new Tier("5 correct", new Prize.Cash(Money.of("1035.20", "EUR")), 2);
    private static final Tier FOUR = new Tier("4 correct", new Prize.Cash(Money.of("25.00", "EUR")), 1);
    private static final DeclaredDraw DRAW =
            new DeclaredDraw("7", LocalDate.of(2026, 8, 20), List.of(FIVE, FOUR), List.of(12L, 14L));

    @TempDir
    Path folder;

    private final Findings.Collector findings = new Findings.Collector();
    private final List<String> passed = new ArrayList<>();
    private final WinnersCheck check = new WinnersCheck("table.csv", DRAW, findings);

    @Test
    void passesOnWhatIsDeclared() throws IOException {
        read("a.csv", "7,42,5 correct,1035.20,EUR\n7,2147483647,4 correct,25,EUR\n");
        read("b.csv", "7,42,5 correct,1035.2,EUR\n");
        check.checkCounts();

        assertThat(found()).isEmpty();
        assertThat(passed).containsExactly("2: 42 won 0", "3: 2147483647 won 1", "2: 42 won 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            8,42,4 correct,25.00,EUR         | draw_no       | "8" is another draw than 7
            7,0,4 correct,25.00,EUR          | subscriber_id | "0" is not a subscriber's number
            7,-1,4 correct,25.00,EUR         | subscriber_id | "-1" is not a subscriber's number
            7,042,4 correct,25.00,EUR        | subscriber_id | "042" is not a subscriber's number
            7,,4 correct,25.00,EUR           | subscriber_id | "" is not a subscriber's number
            7,٤٢,4 correct,25.00,EUR         | subscriber_id | is not a subscriber's number
            7,42.0,4 correct,25.00,EUR       | subscriber_id | "42.0" is not a subscriber's number
            7,=1+1,4 correct,25.00,EUR       | subscriber_id | "=1+1" is not a subscriber's number
            7,2147483648,4 correct,25.00,EUR | subscriber_id | "2147483648" is not a subscriber's number
            7,99999999999999999999,4 correct,25.00,EUR | subscriber_id | is not a subscriber's number
            7,42,3 correct,25.00,EUR         | tier          | "3 correct" is not a tier of draw 7
            7,42,4 correct,2500,EUR          | amount        | "2500" is not what the prize table declares
            7,42,4 correct,"25,00",EUR       | amount        | "25,00" is not what the prize table declares
            7,42,4 correct,2.5e1,EUR         | amount        | "2.5e1" is not what the prize table declares
            7,42,4 correct,25.000,EUR        | amount        | "25.000" is not what the prize table declares
            7,42,4 correct,25.00,BRL         | currency      | "BRL" is not what the prize table declares
            7,42                             | tier          | has 2 fields instead of 5
            7,42,4 correct,25,00,EUR         | row           | has 6 fields instead of 5
            draw_no,subscriber_id,tier,amount,currency | draw_no | the columns are named again
            7,42,4 correct,25.00             | currency      | has 4 fields instead of 5
            """)
    void namesABadRowAndPassesOnTheOthers(String row, String field, String reason) throws IOException {
        read("a.csv", "7,1,5 correct,1035.20,EUR\n%s\n7,2,5 correct,1035.20,EUR\n".formatted(row));

        assertThat(passed).containsExactly("2: 1 won 0", "4: 2 won 0");
        assertThat(findings.findings().first()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("a.csv");
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @Test
    void holdsTheCountsOfAllFilesAgainstTheDeclaredOnes() throws IOException {
        read("a.csv", "7,1,5 correct,1035.20,EUR\n7,2,4 correct,25.00,EUR\n");
        check.checkCounts();

        assertThat(found())
                .containsExactly(
                        "table.csv:12: winners_count: 2 prizes of tier \"5 correct\" are declared in draw 7, and"
                                + " its winners files hold 1: give all of them, each to its end, or correct the prize table");
    }

    @Test
    void refusesTheSameFileGivenTwiceUnderWhateverName() throws IOException {
        read("a.csv", "7,1,5 correct,1035.20,EUR\n");
        read("b.csv", "7,1,5 correct,1035.20,EUR\n");

        assertThat(found()).containsExactly("b.csv: is the same file as a.csv: give it once");
    }

    @Test
    void reportsMalformedBytesInTheirRow() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, (HEADER + "7,1,\u00E9 correct,1035.20,EUR\n").getBytes(StandardCharsets.ISO_8859_1));

        check.read(file, this::pass);

        assertThat(found()).singleElement().asString().startsWith("a.csv:2: tier: \"\uFFFD correct\" is not a tier");
    }

    @Test
    void writesWhatItReads() throws IOException {
        var tier = new Tier("\"5\", they say", new Prize.Item("\"5\", they say", Money.of("2500", "JPY")), 1);
        var draw = new DeclaredDraw("A,7", DRAW.date(), List.of(tier), List.of(2L));
        var text = new StringWriter();
        try (var rows = new WinnersFile.Rows(text, "A,7")) {
            rows.write(42, tier);
        }
        Path file = Files.writeString(folder.resolve("a.csv"), text.toString());

        var own = new WinnersCheck("table.csv", draw, findings);
        own.read(file, this::pass);
        own.checkCounts();

        assertThat(found()).isEmpty();
        assertThat(passed).containsExactly("2: 42 won 0");
        assertThat(WinnersFile.firstRow(file, findings)).contains(new WinnersFile.FirstRow(2, "A,7"));
    }

    @Test
    void asksWhetherAFileWithoutRowsIsComplete() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), HEADER);

        assertThat(WinnersFile.firstRow(file, findings)).isEmpty();
        assertThat(found()).singleElement().asString().startsWith("a.csv: holds no winner");
    }

    private void read(String name, String rows) throws IOException {
        check.read(Files.writeString(folder.resolve(name), HEADER + rows), this::pass);
    }

    private void pass(long line, int subscriber, int tier) {
        passed.add("%d: %d won %d".formatted(line, subscriber, tier));
    }

    private List<String> found() {
        return findings.findings().first().stream().map(Finding::toString).toList();
    }
}
