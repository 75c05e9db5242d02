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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Draws with one tier for money ("Small prize", 5 euros) and one for a thing ("Gift hamper"), brought in the way that
/// staff do.
public final class TestDraws {

    /// Few winners with low numbers are what a test has, and what the checks doubt.
    public static final Signature SIGNATURE = new Signature("test", Optional.empty(), Optional.of("a test"));

    private static final String HAMPER = "Gift hamper";

    private TestDraws() {}

    /// Imports and publishes a draw in which these subscribers win the small prize, and the first of them a hamper.
    public static void publish(Node node, Path folder, String number, String date, int... subscribers) {
        bringIn(node, folder, number, date, subscribers);
        publish(node, number);
    }

    /// The same up to and without its publication.
    public static void bringIn(Node node, Path folder, String number, String date, int... subscribers) {
        Path winners = winners(folder, number, subscribers);
        assertThat(bringIn(node, table(folder, number, date, subscribers.length), List.of(winners)))
                .isInstanceOf(DrawOutcome.Imported.class);
    }

    /// Publishes a correction of a published draw, after which these subscribers have won as above.
    public static void correct(Node node, Path folder, String number, String date, int... subscribers) {
        var signature = new Signature("test", Optional.of("a lost point"), Optional.of("a test"));
        Path winners = winners(folder, number, subscribers);
        assertThat(bringIn(node, table(folder, number, date, subscribers.length), List.of(winners), signature))
                .isInstanceOf(DrawOutcome.Imported.class);
        publish(node, number);
    }

    /// Takes a published draw back.
    public static void withdraw(Node node, String number) {
        assertThat(node.bean(Publication.class).withdraw(number, "a lost point", "test"))
                .isInstanceOf(StepOutcome.Withdrawn.class);
    }

    /// Where a draw's results are.
    public static String page(Node node, String number) {
        return "/draws/"
                + node.bean(JdbcClient.class)
                        .sql("select id from draws where number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single();
    }

    /// Approves and publishes an imported draw.
    public static void publish(Node node, String number) {
        assertThat(node.bean(Approval.class)
                        .approve(number, draftOf(node.bean(JdbcClient.class), number), "second person"))
                .isInstanceOf(StepOutcome.Approved.class);
        assertThat(node.bean(Publication.class).publish(number, "test")).isInstanceOf(StepOutcome.Published.class);
    }

    /// The number of the version that is on its way; 0 if there is none.
    public static int draftOf(JdbcClient jdbc, String drawNumber) {
        return jdbc.sql("""
                        select version.version
                          from draws draw
                          join draw_versions version on version.draw_id = draw.id
                          where draw.number = :number and version.published_at is null
                        """)
                .param("number", drawNumber)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /// Declares a draw whose winners are still to come.
    public static void declare(Node node, Path folder, String number, String date) {
        assertThat(bringIn(node, table(folder, number, date, 1), List.of())).isInstanceOf(DrawOutcome.Declared.class);
    }

    private static DrawOutcome bringIn(Node node, Path table, List<Path> winners) {
        return bringIn(node, table, winners, SIGNATURE);
    }

    private static DrawOutcome bringIn(Node node, Path table, List<Path> winners, Signature signature) {
        var selection = new PrizeTable.Selection(
                PrizeTable.Selection.ALL.from(), PrizeTable.Selection.ALL.to(), Set.of(HAMPER));
        return node.bean(DrawImport.class)
                .run(new ImportRequest(table, selection, winners, signature))
                .draws()
                .getFirst();
    }

    private static Path table(Path folder, String number, String date, int winners) {
        try {
            return Files.writeString(
                    folder.resolve("table-" + number + ".csv"), """
                    draw_date,draw_no,tier,prize_amount,currency,winners_count
                    %1$s,%2$s,Small prize,5.00,EUR,%3$d
                    %1$s,%2$s,%4$s,49.00,EUR,1
                    """.formatted(date, number, winners, HAMPER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path winners(Path folder, String number, int... subscribers) {
        Path file = folder.resolve("winners-" + number + ".csv");
        try (var rows = Files.newBufferedWriter(file)) {
            rows.write("draw_no,subscriber_id,tier,amount,currency\n");
            for (int subscriber : subscribers) {
                rows.write(number + "," + subscriber + ",Small prize,5.00,EUR\n");
            }
            rows.write("%s,%d,%s,49.00,EUR\n".formatted(number, subscribers[0], HAMPER));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
