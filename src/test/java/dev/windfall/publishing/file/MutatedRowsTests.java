package dev.windfall.publishing.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.publishing.file.StrictWinnersFile.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// 200,000 rows, each spoilt in its own way and read between two good ones: no exception, no bad row accepted, no good
/// row lost without a word, and whatever is found has a line and a column.
class MutatedRowsTests {

    private static final int ROWS = 200_000;
    private static final long SEED = 3047;

    private static final String GOOD = RowMutations.DRAW + ",%d," + RowMutations.TIER + ",1035.20,BRL\n";
    private static final DeclaredDraw DRAW = new DeclaredDraw(
            RowMutations.DRAW,
            LocalDate.of(2026, 8, 20),
            List.of(
                    new Tier(RowMutations.TIER, new Prize.Cash(Money.of(RowMutations.AMOUNT, "BRL")), 1),
                    new Tier("5 acertos", new Prize.Cash(Money.of("41000.00", "BRL")), 1)),
            List.of(2L, 3L));
    private static final Map<String, Pattern> AMOUNTS =
            Map.of(RowMutations.TIER, Pattern.compile("1035\\.20?"), "5 acertos", Pattern.compile("41000(\\.00?)?"));
    private static final Set<String> COLUMNS = Set.of("draw_no", "subscriber_id", "tier", "amount", "currency", "row");

    private int accepted;
    private int unreadable;
    private final Map<String, Integer> refusedByColumn = new HashMap<>();

    @Test
    void acceptsNoBadRowAndNamesEachByLineAndColumn() throws IOException {
        var mutations = new RowMutations(SEED);
        for (int i = 0; i < ROWS; i++) {
            read(mutations.next());
        }

        System.out.printf(
                "proof mutated rows: %d, of these still good %d, ends of reading %d, findings by column %s%n",
                ROWS, accepted, unreadable, refusedByColumn);
        assertThat(accepted).as("rows that are good in spite of it").isBetween(1000, ROWS / 4);
        assertThat(refusedByColumn.keySet()).isEqualTo(COLUMNS);
    }

    private void read(byte[] mutated) throws IOException {
        byte[] file = file(mutated);
        var findings = new Findings.Collector();
        Map<Long, Integer> passed = new HashMap<>();
        new WinnersCheck("table.csv", DRAW, findings)
                .read(
                        "winners.csv",
                        new ByteArrayInputStream(file),
                        (line, subscriber, tier) -> passed.put(line, subscriber));
        accepted += passed.size() > 2 ? 1 : 0;
        try {
            long end = places(findings.findings().first());
            new StrictWinnersFile(file, RowMutations.DRAW, AMOUNTS, "BRL")
                    .rows().stream().skip(1).forEach(row -> judge(row, end, passed, findings.findings()));
        } catch (AssertionError e) {
            throw new AssertionError("for %s: %s".formatted(hex(mutated), findings.findings()), e);
        }
    }

    private static String hex(byte[] mutated) {
        return HexFormat.of().formatHex(mutated, 0, Math.min(1000, mutated.length));
    }

    private static byte[] file(byte[] mutated) {
        var file = new ByteArrayOutputStream();
        file.writeBytes((String.join(",", WinnersFile.HEADER) + "\n" + GOOD.formatted(1)).getBytes(UTF_8));
        file.writeBytes(mutated);
        file.writeBytes(GOOD.formatted(2).getBytes(UTF_8));
        return file.toByteArray();
    }

    /// @return the line where reading ended before the end
    private long places(List<Finding> findings) {
        long end = Long.MAX_VALUE;
        for (Finding finding : findings) {
            assertThat(COLUMNS).contains(finding.field());
            assertThat(finding.line()).isPositive();
            refusedByColumn.merge(finding.field(), 1, Integer::sum);
            if (finding.reason().startsWith("can't be read")) {
                unreadable++;
                end = finding.line();
            }
        }
        return end;
    }

    private static void judge(Row row, long end, Map<Long, Integer> passed, Findings findings) {
        boolean isFound = findings.first().stream().anyMatch(finding -> finding.line() == row.line());
        boolean isPassed = passed.containsKey(row.line());
        if (row.isGood() && row.line() < end) {
            assertThat(isFound)
                    .as("a finding about the good row in line %d", row.line())
                    .isFalse();
            assertThat(passed.get(row.line())).hasToString(row.subscriber());
        } else if (!row.isEmpty() && row.line() < end) {
            assertThat(isPassed)
                    .as("the bad row in line %d is accepted", row.line())
                    .isFalse();
            assertThat(isFound)
                    .as("a finding about the bad row in line %d", row.line())
                    .isTrue();
        } else {
            assertThat(isPassed).as("line %d is accepted", row.line()).isFalse();
        }
    }
}
