package dev.windfall.publishing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.windfall.Requirement;
import dev.windfall.csv.Finding;
import dev.windfall.csv.Findings;
import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import dev.windfall.publishing.StepOutcome.Refusal;
import dev.windfall.publishing.file.DeclaredDraw;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.intake.DrawImport;
import dev.windfall.publishing.intake.DrawOutcome;
import dev.windfall.publishing.intake.ImportReport;
import dev.windfall.publishing.intake.ImportRequest;
import dev.windfall.publishing.intake.ImportRequest.Signature;
import dev.windfall.simulator.Simulation;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What went wrong at real lotteries, done to the prize tables of one: Mega-Sena's last five draws, spoilt in one way
/// after the other, before a gate that has seen the ten weeks before.
class BadDataIntegrationTests {

    private static final Simulation SIMULATION = new Simulation(1000, 2026);
    private static final String FIVE = "5 acertos";
    private static final String FOUR = "4 acertos";

    @TempDir
    static Path folder;

    private static PublishingLab lab;
    private static List<DeclaredDraw> draws;

    @BeforeAll
    static void publishTenWeeks() throws IOException {
        lab = new PublishingLab(folder);
        Path table = Requirement.data("prize-tables/megasena.csv");
        var weeks = new PrizeTable.Selection(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 10), Set.of());
        for (DeclaredDraw draw : PrizeTable.read(table, weeks).draws()) {
            bringIn(
                    new Signature(PublishingLab.IMPORTER, Optional.empty(), Optional.of("they are the real ones")),
                    table(draw),
                    winners(draw));
            assertThat(lab.publish(draw.number())).isInstanceOf(StepOutcome.Published.class);
        }
        draws = PrizeTable.read(table, new PrizeTable.Selection(LocalDate.of(2026, 8, 11), LocalDate.MAX, Set.of()))
                .draws();
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void letsHonestDrawsPass() throws IOException {
        assertThat(draws).hasSize(5);
        for (DeclaredDraw draw : draws) {
            assertThat(bringIn(table(draw), winners(draw)))
                    .isInstanceOfSatisfying(DrawOutcome.Imported.class, imported -> {
                        assertThat(imported.prizeCount()).isEqualTo(draw.prizeCount());
                        assertThat(imported.doubts()).isEqualTo(Findings.NONE);
                        assertThat(imported.checked()).isTrue();
                    });
        }
    }

    @Test
    void holdsTenShiftedDecimalPoints() throws IOException {
        List<Integer> places = List.of(2, 1, -1, -2, 3);
        for (int i = 0; i < draws.size(); i++) {
            holdsAShiftedDecimalPoint(draws.get(i), FIVE, places.get(i));
            holdsAShiftedDecimalPoint(draws.get(i), FOUR, places.reversed().get(i));
        }
    }

    private static void holdsAShiftedDecimalPoint(DeclaredDraw draw, String tier, int places) throws IOException {
        DeclaredDraw spoilt = with(draw, tier, honest -> shifted(honest, places));

        assertThat(faults(bringIn(table(spoilt), winners(draw))))
                .as("in the prize table alone")
                .hasSize(Math.min(100, count(draw, tier)))
                .allMatch(fault -> fault.field().equals("amount"))
                .allMatch(fault -> fault.reason().contains("is not what the prize table declares for tier \"" + tier));
        assertThat(doubts(bringIn(table(spoilt), winners(spoilt))))
                .as("in the prize table and the winners file of draw %s", draw.number())
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.line()).isEqualTo(line(tier));
                    assertThat(doubt.field()).isEqualTo("prize_amount");
                    assertThat(doubt.reason()).contains("decimal point", "would be in line");
                });
        assertThat(lab.publish(draw.number())).isEqualTo(new StepOutcome.Refused(draw.number(), Refusal.NOT_APPROVED));
    }

    @Test
    void holdsSwappedCounts() throws IOException {
        for (DeclaredDraw draw : draws) {
            DeclaredDraw spoilt = swapped(draw);

            assertThat(faults(bringIn(table(spoilt), winners(draw))))
                    .as("in the prize table alone")
                    .extracting(Finding::field, Finding::line)
                    .containsExactly(tuple("winners_count", line(FIVE)), tuple("winners_count", line(FOUR)));
            assertThat(doubts(bringIn(table(spoilt), winners(spoilt))))
                    .as("in the prize table and the winners file of draw %s", draw.number())
                    .hasSize(2)
                    .allMatch(doubt ->
                            doubt.reason().contains("are the counts of tiers \"5 acertos\" and \"4 acertos\" swapped?"))
                    .extracting(Finding::field, Finding::line)
                    .containsExactly(tuple("winners_count", line(FIVE)), tuple("winners_count", line(FOUR)));
        }
    }

    @Test
    void holdsAFileThatEndsInTheMiddle() throws IOException {
        DeclaredDraw draw = draws.getLast();
        List<String> rows = Files.readAllLines(winners(draw));
        List<String> half = rows.subList(0, rows.size() / 2);

        assertThat(faults(bringIn(table(draw), write("half.csv", lines(half)))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(line(FOUR));
                    assertThat(fault.reason())
                            .contains("4395 prizes", "hold %d".formatted(half.size() - 1 - 63), "each to its end");
                });
        String text = lines(half);
        assertThat(faults(bringIn(table(draw), write("cut.csv", text.substring(0, text.length() - 8)))))
                .first()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("cut.csv");
                    assertThat(fault.line()).isEqualTo(half.size());
                    assertThat(fault.field()).isEqualTo("currency");
                });
    }

    @Test
    void holdsAFileThatIsGivenTwice() throws IOException {
        DeclaredDraw draw = draws.getLast();
        Path once = winners(draw);
        Path copy = write("copy.csv", Files.readString(once));

        assertThat(faults(bringIn(table(draw), once, copy))).first().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("copy.csv");
            assertThat(fault.reason()).isEqualTo("is the same file as winners-3047.csv: give it once");
        });
        assertThat(faults(bringIn(table(draw), once, write("quoted.csv", quoted(Files.readString(once))))))
                .first()
                .satisfies(fault -> isRepetition(fault, "quoted.csv", 2, "winners-3047.csv from line 2 on"));
    }

    @Test
    void holdsAFileAppendedToItself() throws IOException {
        DeclaredDraw draw = draws.getLast();
        String once = Files.readString(winners(draw));
        long rows = once.lines().count();
        String rest = once.substring(once.indexOf('\n') + 1);

        assertThat(faults(bringIn(table(draw), write("appended.csv", once + once))))
                .first()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(rows + 1);
                    assertThat(fault.reason()).contains("as if another file began here");
                });
        assertThat(faults(bringIn(table(draw), write("appended.csv", once + rest))))
                .first()
                .satisfies(fault -> isRepetition(fault, "appended.csv", rows + 1, "appended.csv from line 2 on"));
    }

    /// The prize table was made from the doubled file.
    @Test
    void holdsADoubledFileThatIsDeclaredToBeSo() throws IOException {
        DeclaredDraw draw = draws.getLast();
        DeclaredDraw doubled = with(draw, FOUR, tier -> counting(tier, 2 * tier.winnersCount()));
        doubled = with(doubled, FIVE, tier -> counting(tier, 2 * tier.winnersCount()));
        String once = Files.readString(winners(draw));

        assertThat(doubts(bringIn(table(doubled), write("all.csv", once), write("again.csv", quoted(once)))))
                .anySatisfy(doubt -> isRepetition(doubt, "again.csv", 2, "all.csv from line 2 on"));
    }

    @Test
    void holdsTwoDrawsInOneFile() throws IOException {
        DeclaredDraw draw = draws.getLast();
        List<String> own = Files.readAllLines(winners(draw));
        List<String> other = Files.readAllLines(winners(draws.getFirst()));
        List<String> mixed = new ArrayList<>(own);
        mixed.set(1000, other.get(1000));

        assertThat(faults(bringIn(table(draw), write("mixed.csv", lines(mixed)))))
                .extracting(Finding::toString)
                .anySatisfy(fault -> assertThat(fault)
                        .isEqualTo(
                                "mixed.csv:1001: draw_no: \"3043\" is another draw than 3047: put each draw's winners in files of"
                                        + " their own"));
    }

    @Test
    void holdsAnotherDrawsWinnersUnderTheRightNumber() throws IOException {
        DeclaredDraw draw = draws.getLast();
        String other = Files.readString(winners(draws.getFirst())).replace("\n3043,", "\n3047,");

        assertThat(faults(bringIn(table(draw), write("other.csv", other))))
                .hasSize(100)
                .allMatch(
                        fault -> fault.field().equals("amount") || fault.field().equals("tier"));
    }

    @Test
    void holdsTheTiersOfTwoDrawsInOne() throws IOException {
        DeclaredDraw draw = draws.getLast();
        String mixed = Files.readString(table(draw)) + rows(draws.getFirst()).replace("3043", "3047");

        DrawOutcome outcome = bringIn(write("table.csv", mixed), winners(draw));

        assertThat(faults(outcome))
                .extracting(Finding::reason)
                .anyMatch(reason -> reason.contains("is dated 2026-08-20 above"))
                .anyMatch(reason -> reason.contains("is declared twice in draw 3047"));
    }

    private static void isRepetition(Finding finding, String file, long line, String first) {
        assertThat(finding.file()).isEqualTo(file);
        assertThat(finding.line()).isEqualTo(line);
        assertThat(finding.field()).isEqualTo("subscriber_id");
        assertThat(finding.reason()).contains("are those of " + first);
    }

    private static DrawOutcome bringIn(Path table, Path... winners) {
        return bringIn(Signature.of(PublishingLab.IMPORTER), table, winners);
    }

    private static DrawOutcome bringIn(Signature signature, Path table, Path... winners) {
        ImportReport report = lab.bean(DrawImport.class)
                .run(new ImportRequest(table, PrizeTable.Selection.ALL, List.of(winners), signature));
        assertThat(report.unattributed().isEmpty()).isTrue();
        assertThat(report.draws()).hasSize(1);
        return report.draws().getFirst();
    }

    private static List<Finding> faults(DrawOutcome outcome) {
        assertThat(outcome).isInstanceOf(DrawOutcome.Refused.class);
        return ((DrawOutcome.Refused) outcome).findings().first();
    }

    private static List<Finding> doubts(DrawOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DrawOutcome.Imported.class,
                        imported -> assertThat(imported.checked()).isFalse());
        return ((DrawOutcome.Imported) outcome).doubts().first();
    }

    private static Path table(DeclaredDraw draw) throws IOException {
        return write("table.csv", PublishingLab.TABLE_HEADER + rows(draw));
    }

    private static String rows(DeclaredDraw draw) {
        return draw.tiers().stream()
                .map(tier -> "%s,%s,%s,%s,BRL,%d\n"
                        .formatted(
                                draw.date(),
                                draw.number(),
                                tier.name(),
                                tier.prize().value().plainAmount(),
                                tier.winnersCount()))
                .collect(joining());
    }

    private static Path winners(DeclaredDraw draw) throws IOException {
        return SIMULATION.writeWinners(draw, folder).orElseThrow();
    }

    private static Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String lines(List<String> rows) {
        return String.join("\n", rows) + "\n";
    }

    /// Written by another program, with a byte order mark, quotes, and carriage returns.
    private static String quoted(String csv) {
        List<String> rows = csv.lines().toList();
        return Stream.concat(
                        Stream.of("\uFEFF" + rows.getFirst()),
                        rows.stream().skip(1).map(row -> '"' + row.replace(",", "\",\"") + '"'))
                .collect(joining("\r\n", "", "\r\n"));
    }

    /// Where a tier stands in the prize tables of [#table].
    private static long line(String tier) {
        return tier.equals(FIVE) ? 3 : 4;
    }

    private static DeclaredDraw swapped(DeclaredDraw draw) {
        int five = count(draw, FIVE);
        int four = count(draw, FOUR);
        return with(with(draw, FIVE, tier -> counting(tier, four)), FOUR, tier -> counting(tier, five));
    }

    private static int count(DeclaredDraw draw, String name) {
        return draw.tiers().stream()
                .filter(tier -> tier.name().equals(name))
                .mapToInt(Tier::winnersCount)
                .sum();
    }

    private static DeclaredDraw with(DeclaredDraw draw, String name, UnaryOperator<Tier> change) {
        List<Tier> tiers = draw.tiers().stream()
                .map(tier -> tier.name().equals(name) ? change.apply(tier) : tier)
                .toList();
        return new DeclaredDraw(draw.number(), draw.date(), tiers, draw.lines());
    }

    private static Tier counting(Tier tier, int count) {
        return new Tier(tier.name(), tier.prize(), count);
    }

    private static Tier shifted(Tier tier, int places) {
        Money amount = tier.prize().value();
        var shifted = amount.amount().movePointRight(places).setScale(2, RoundingMode.HALF_UP);
        return new Tier(tier.name(), new Prize.Cash(new Money(shifted, amount.currency())), tier.winnersCount());
    }
}
