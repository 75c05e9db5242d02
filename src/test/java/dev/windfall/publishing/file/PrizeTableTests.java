package dev.windfall.publishing.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrizeTableTests {

    private static final String HEADER = "draw_date,draw_no,tier,prize_amount,currency,winners_count\n";

    @TempDir
    Path folder;

    @Test
    void readsTheDrawsInTheOrderOfTheTable() throws IOException {
        PrizeTable table = read("""
                2026-08-20,3047,6 correct,3500000.00,BRL,0
                2026-08-20,3047,5 correct,41000.5,BRL,41
                2026-08-13,3046,6 correct,100,BRL,1
                """);

        assertThat(findings(table)).isEmpty();
        assertThat(table.draws())
                .containsExactly(
                        new DeclaredDraw(
                                "3047",
                                LocalDate.of(2026, 8, 20),
                                List.of(cash("6 correct", "3500000.00", 0), cash("5 correct", "41000.50", 41)),
                                List.of(2L, 3L)),
                        new DeclaredDraw(
                                "3046",
                                LocalDate.of(2026, 8, 13),
                                List.of(cash("6 correct", "100.00", 1)),
                                List.of(4L)));
    }

    @Test
    void toleratesAByteOrderMarkCarriageReturnsAndQuotes() throws IOException {
        PrizeTable table = readBytes(("\uFEFF" + HEADER + "2026-08-20,\"A \"\"1\"\", b\",\"6 correct\",1.00,EUR,0\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(findings(table)).isEmpty();
        assertThat(table.draws()).extracting(DeclaredDraw::number).containsExactly("A \"1\", b");
    }

    @Test
    void leavesOutDrawsOutsideTheDaysAskedFor() throws IOException {
        PrizeTable table =
                read("""
                2026-07-31,1,A,1.00,EUR,0
                2026-08-01,2,A,1.00,EUR,0
                2026-08-31,3,A,1.00,EUR,0
                2026-09-01,4,A,oops,EUR,0
                """, new PrizeTable.Selection(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31), Set.of()));

        assertThat(findings(table)).isEmpty();
        assertThat(table.draws()).extracting(DeclaredDraw::number).containsExactly("2", "3");
        assertThat(table.outside()).containsExactlyInAnyOrder("1", "4");
    }

    @Test
    void takesTheNamedTiersForItems() throws IOException {
        PrizeTable table = read(
                "2026-08-20,1,Gift hamper,49.95,EUR,2\n",
                new PrizeTable.Selection(LocalDate.MIN, LocalDate.MAX, Set.of("Gift hamper")));

        assertThat(table.draws().getFirst().tiers())
                .containsExactly(new Tier("Gift hamper", new Prize.Item("Gift hamper", Money.of("49.95", "EUR")), 2));
    }

    @Test
    void refusesTheWholeTableForAnItemTierThatIsInNoDraw() throws IOException {
        PrizeTable table = read(
                "2026-08-20,1,Gift hamper,49.95,EUR,2\n",
                new PrizeTable.Selection(LocalDate.MIN, LocalDate.MAX, Set.of("Gift hampr")));

        assertThat(table.unattributed().first())
                .extracting(Finding::toString)
                .containsExactly("table.csv: tier: no draw has a tier \"Gift hampr\": spell the item tiers as here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            20.08.2026,7,A,1.00,EUR,0            | draw_date     | is not a date
            2026-02-30,7,A,1.00,EUR,0            | draw_date     | is not a date
            +12026-01-01,7,A,1.00,EUR,0          | draw_date     | is not a date
            2026-08-20,7,,1.00,EUR,0             | tier          | has 0 characters
            2026-08-20,7," A",1.00,EUR,0         | tier          | begins or ends with a space
            2026-08-20,7,A,"1.234,56",EUR,0      | prize_amount  | "1.234,56" is not an amount
            2026-08-20,7,A,1e308,EUR,0           | prize_amount  | "1e308" is not an amount
            2026-08-20,7,A,-0,EUR,0              | prize_amount  | "-0" is not an amount
            2026-08-20,7,A,+1,EUR,0              | prize_amount  | "+1" is not an amount
            2026-08-20,7,A,NaN,EUR,0             | prize_amount  | "NaN" is not an amount
            2026-08-20,7,A,,EUR,0                | prize_amount  | "" is not an amount
            2026-08-20,7,A,.5,EUR,0              | prize_amount  | ".5" is not an amount
            2026-08-20,7,A,١٢,EUR,0              | prize_amount  | is not an amount
            2026-08-20,7,A,1000000000000000,EUR,0| prize_amount  | is not an amount
            2026-08-20,7,A,1.005,EUR,0           | prize_amount  | more decimals than EUR has: write at most 2
            2026-08-20,7,A,1.0,JPY,0             | prize_amount  | more decimals than JPY has: write at most 0
            2026-08-20,7,A,1.00,eur,0            | currency      | "eur" is not a currency
            2026-08-20,7,A,1.00,XXX,0            | currency      | "XXX" is not a currency
            2026-08-20,7,A,1.00,,0               | currency      | "" is not a currency
            2026-08-20,7,A,1.00,EUR,-1           | winners_count | "-1" is not a count
            2026-08-20,7,A,1.00,EUR,1.0          | winners_count | "1.0" is not a count
            2026-08-20,7,A,1.00,EUR,             | winners_count | "" is not a count
            2026-08-20,7,A,1.00,EUR,2147483648   | winners_count | "2147483648" is not a count
            2026-08-20,7,A,1.00,EUR              | winners_count | has 5 fields instead of 6
            2026-08-20,7,A,1,00,EUR,0            | row           | has 7 fields instead of 6
            """)
    void namesABadFieldAndRefusesItsDrawOnly(String row, String field, String reason) throws IOException {
        PrizeTable table = read("2026-08-13,6,A,1.00,EUR,0\n%s\n2026-08-27,8,A,1.00,EUR,0\n".formatted(row));

        assertThat(table.draws()).extracting(DeclaredDraw::number).containsExactly("6", "8");
        assertThat(table.unattributed().isEmpty()).isTrue();
        assertThat(table.refused()).containsOnlyKeys("7");
        assertThat(refusedSeven(table).first()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("table.csv");
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-08-20,,A,1.00,EUR,0",
                "2026-08-20,1234567890123456789012345678901234567890x,A,1.00,EUR,0",
                "2026-08-20,\"7\u0000\",A,1.00,EUR,0",
                "2026-08-20,7\uFFFD,A,1.00,EUR,0",
                "2026-08-20,7\uE000,A,1.00,EUR,0",
                "2026-08-20"
            })
    void trustsNoDrawOfATableWithARowThatMayBelongToAny(String row) throws IOException {
        PrizeTable table = read("2026-08-13,6,A,1.00,EUR,0\n%s\n".formatted(row));

        assertThat(table.unattributed().first())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).startsWith("table.csv:3: draw_no: "));
    }

    @Test
    void namesBytesThatAreNotUtf8ByTheirLine() throws IOException {
        byte[] bytes = (HEADER + "2026-08-20,7,A,1.00,EUR,0\n2026-08-20,7,caf\u00E9,1.00,EUR,0\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(findings(readBytes(bytes)))
                .containsExactly("table.csv:3: tier: \"caf\uFFFD\" is not UTF-8: save the file as UTF-8");
    }

    @Test
    void refusesTwoDatesInOneDraw() throws IOException {
        PrizeTable table = read("2026-08-20,7,A,1.00,EUR,0\n2026-08-21,7,B,1.00,EUR,0\n");

        assertThat(findings(table))
                .containsExactly("table.csv:3: draw_date: draw 7 is dated 2026-08-20 above: a draw has one date");
    }

    @Test
    void refusesATierDeclaredTwice() throws IOException {
        PrizeTable table = read("2026-08-20,7,A,1.00,EUR,0\n2026-08-20,7,A,2.00,EUR,0\n");

        assertThat(findings(table))
                .containsExactly("table.csv:3: tier: \"A\" is declared twice in draw 7: keep one of the rows");
    }

    @Test
    void refusesADrawWhoseRowsAreScattered() throws IOException {
        PrizeTable table = read("2026-08-20,7,A,1.00,EUR,0\n2026-08-20,8,A,1.00,EUR,0\n2026-08-20,7,B,1.00,EUR,0\n");

        assertThat(findings(table))
                .containsExactly("table.csv:4: draw_no: draw 7 appears again after another draw: keep the rows of a"
                        + " draw together");
        assertThat(table.draws()).extracting(DeclaredDraw::number).containsExactly("8");
    }

    @Test
    void refusesMorePrizesThanADrawCanHold() throws IOException {
        PrizeTable table = read("2026-08-20,7,A,1.00,EUR,2147483647\n2026-08-20,7,B,1.00,EUR,1\n");

        assertThat(findings(table))
                .singleElement()
                .asString()
                .startsWith("table.csv:3: winners_count: makes more than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "draw_no,subscriber_id,tier,amount,currency\n", "\u0000\u0001\u0002", "PK\u0003\u0004"
            })
    void asksForTheHeader(String content) throws IOException {
        PrizeTable table = readBytes(content.getBytes(StandardCharsets.UTF_8));

        assertThat(table.unattributed().first())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .startsWith("table.csv:1: draw_date: ")
                        .contains(content.isBlank() ? "the file is empty: " : "it reads \"")
                        .contains("the first line must name the columns: \"draw_date,draw_no,"));
    }

    @Test
    void namesWhereAQuoteIsNeverClosed() throws IOException {
        PrizeTable table = read("2026-08-20,7,A,1.00,EUR,0\n2026-08-20,7,\"B,1.00,EUR,0\n");

        assertThat(table.unattributed().first())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.toString()).startsWith("table.csv:3: row: can't be read from here on"));
    }

    @Test
    void stopsAtALineOfTenMegabytes() throws IOException {
        PrizeTable table =
                read("2026-08-20,7,A,1.00,EUR,0\n2026-08-20,7,%s,1.00,EUR,0\n".formatted("x".repeat(10_000_000)));

        assertThat(table.unattributed().first())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.toString()).startsWith("table.csv:3: row: can't be read from here on"));
    }

    @Test
    void keepsAHundredFindingsOfADrawAndCountsTheRest() throws IOException {
        PrizeTable table = read("2026-08-20,7,A,-1,EUR,0\n".repeat(1) + "2026-08-20,7,A,1.00,EUR,0\n".repeat(150));

        assertThat(refusedSeven(table).first()).hasSize(100);
        assertThat(refusedSeven(table).more()).isEqualTo(51);
    }

    @Test
    void showsFileTextWithoutWhatATerminalObeys() {
        assertThat(Finding.quoted("\u001B[31m" + "x".repeat(100)))
                .isEqualTo("\"\uFFFD[31m%s…\"".formatted("x".repeat(55)));
    }

    private PrizeTable read(String rows) throws IOException {
        return read(rows, PrizeTable.Selection.ALL);
    }

    private PrizeTable read(String rows, PrizeTable.Selection selection) throws IOException {
        return PrizeTable.read(Files.writeString(folder.resolve("table.csv"), HEADER + rows), selection);
    }

    private PrizeTable readBytes(byte[] bytes) throws IOException {
        return PrizeTable.read(Files.write(folder.resolve("table.csv"), bytes), PrizeTable.Selection.ALL);
    }

    private static Findings refusedSeven(PrizeTable table) {
        return table.refused().getOrDefault("7", Findings.NONE);
    }

    private static List<String> findings(PrizeTable table) {
        return Stream.concat(
                        table.unattributed().first().stream(),
                        table.refused().values().stream().map(Findings::first).flatMap(Collection::stream))
                .map(Finding::toString)
                .toList();
    }

    private static Tier cash(String name, String amount, int winnersCount) {
        return new Tier(name, new Prize.Cash(Money.of(amount, "BRL")), winnersCount);
    }
}
