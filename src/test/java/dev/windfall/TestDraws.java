package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.account.Node;
import dev.windfall.publishing.Approval;
import dev.windfall.publishing.Publication;
import dev.windfall.publishing.StepOutcome;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.intake.DrawImport;
import dev.windfall.publishing.intake.DrawOutcome;
import dev.windfall.publishing.intake.ImportRequest;
import dev.windfall.publishing.intake.ImportRequest.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Draws with one tier for money ("Small prize", 5 euros) and one for a thing ("Gift hamper"), brought in the way that
/// staff do.
public final class TestDraws {

    /// Few winners with low numbers are what a test has, and what the checks doubt.
    public static final Signature SIGNATURE = new Signature("test", Optional.empty(), Optional.of("a test"));

    private static final String HAMPER = "Gift hamper";

    private TestDraws() {}

    /// Imports and publishes a draw in which these subscribers win the small prize, and the first of them a hamper.
    public static void publish(Node node, Path folder, String number, String date, int... subscribers) {
        List<String> rows = Stream.of(
                        Stream.of("draw_no,subscriber_id,tier,amount,currency"),
                        Arrays.stream(subscribers)
                                .mapToObj(subscriber -> number + "," + subscriber + ",Small prize,5.00,EUR"),
                        Stream.of("%s,%d,%s,49.00,EUR".formatted(number, subscribers[0], HAMPER)))
                .flatMap(Function.identity())
                .toList();
        Path winners = write(folder, "winners-" + number + ".csv", rows);
        assertThat(bringIn(node, table(folder, number, date, subscribers.length), List.of(winners)))
                .isInstanceOf(DrawOutcome.Imported.class);
        publish(node, number);
    }

    /// Approves and publishes an imported draw.
    public static void publish(Node node, String number) {
        assertThat(node.bean(Approval.class).approve(number, "second person")).isInstanceOf(StepOutcome.Approved.class);
        assertThat(node.bean(Publication.class).publish(number, "test")).isInstanceOf(StepOutcome.Published.class);
    }

    /// Declares a draw whose winners are still to come.
    public static void declare(Node node, Path folder, String number, String date) {
        assertThat(bringIn(node, table(folder, number, date, 1), List.of())).isInstanceOf(DrawOutcome.Declared.class);
    }

    private static DrawOutcome bringIn(Node node, Path table, List<Path> winners) {
        var selection = new PrizeTable.Selection(
                PrizeTable.Selection.ALL.from(), PrizeTable.Selection.ALL.to(), Set.of(HAMPER));
        return node.bean(DrawImport.class)
                .run(new ImportRequest(table, selection, winners, SIGNATURE))
                .draws()
                .getFirst();
    }

    private static Path table(Path folder, String number, String date, int winners) {
        String table = """
                draw_date,draw_no,tier,prize_amount,currency,winners_count
                %1$s,%2$s,Small prize,5.00,EUR,%3$d
                %1$s,%2$s,%4$s,49.00,EUR,1
                """.formatted(date, number, winners, HAMPER);
        return write(folder, "table-" + number + ".csv", table.lines().toList());
    }

    private static Path write(Path folder, String name, List<String> lines) {
        try {
            return Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
