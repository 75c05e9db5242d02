package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.PackagedProgram.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommandsIntegrationTests {

    @TempDir
    Path folder;

    private PackagedProgram windfall;
    private JdbcClient jdbc;

    @BeforeEach
    void prepare() throws Exception {
        String url = TestDatabase.createUrl();
        jdbc = JdbcClient.create(TestDatabase.at(url));
        jdbc.sql("insert into subscribers (id, name) select n, 'Subscriber ' || n from generate_series(1, 50) n")
                .update();
        jdbc.sql(
                        "insert into subscriptions (subscriber_id, first_period_id, months) select id, 202603, 12 from subscribers")
                .update();
        CommandStaff.add(jdbc, "importer", "approver");
        windfall = new PackagedProgram(folder, Map.of("SPRING_DATASOURCE_URL", url), List.of());
        Files.writeString(folder.resolve("table.csv"), """
                draw_date,draw_no,tier,prize_amount,currency,winners_count
                2026-08-13,1,Gift hamper,49.95,EUR,2
                2026-08-13,1,Small,2.50,EUR,20
                2026-08-20,2,Small,2.50,EUR,10
                """);
    }

    @Test
    void takesDrawsFromSimulationToPublication() throws Exception {
        Ended simulated = windfall.run("simulate", "--prize-table=table.csv", "--subscribers=50", "--out=winners");
        Ended imported = as(
                "importer", "import", "--prize-table=table.csv", "--item=Gift hamper", "--confirm=a test", "winners");
        Ended early = as("approver", "publish", "1");
        Ended alone = as("importer", "approve", "1@1");
        Ended unseen = as("approver", "approve", "1@2");
        Ended approved = as("approver", "approve", "1@1", "2@1");
        Ended published = as("approver", "publish", "--all");
        Ended again = as("approver", "publish", "2", "3");

        assertThat(simulated).isEqualTo(new Ended(0, "draw 1: 22 prizes\ndraw 2: 10 prizes\n", ""));
        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out())
                .startsWith("draw 1: imported as version 1, 22 prizes")
                .contains("draw 2: imported as version 1, 10 prizes");
        assertThat(early)
                .isEqualTo(new Ended(1, "draw 1: not published, a second person has to approve it first\n", ""));
        assertThat(alone).isEqualTo(new Ended(1, "draw 1: not approved, who imported it can't approve it too\n", ""));
        assertThat(unseen.out()).startsWith("draw 1: nothing done, that is not the version on its way");
        assertThat(approved).isEqualTo(new Ended(0, "draw 1: approved\ndraw 2: approved\n", hashes(5, 6)));
        assertThat(published)
                .isEqualTo(new Ended(
                        0, "draw 1: published, data version 3\ndraw 2: published, data version 4\n", hashes(7, 8)));
        assertThat(again).isEqualTo(new Ended(1, "draw 2: published already\ndraw 3: there is no such draw\n", ""));
        assertThat(jdbc.sql("select count(*) from prizes where kind = 'item'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void correctsAndWithdrawsWithAReason() throws Exception {
        windfall.run("simulate", "--prize-table=table.csv", "--subscribers=50", "--out=winners");
        importAndPublish("winners/winners-2.csv");
        Ended refused = as("importer", "import", "--prize-table=table.csv", "--from=2026-08-20", "winners");
        Ended corrected = as(
                "importer",
                "import",
                "--prize-table=table.csv",
                "--from=2026-08-20",
                "--confirm=a test",
                "--correct=a test",
                "winners");
        Ended withdrawn = as("importer", "withdraw", "2", "--reason=a test");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("draw 2 was published before: give a reason to correct it");
        assertThat(corrected.out()).startsWith("draw 2: imported as version 2, 10 prizes");
        assertThat(withdrawn).isEqualTo(new Ended(0, "draw 2: withdrawn, data version 3\n", hashes(8, 8)));
    }

    @Test
    void letsNobodyApproveWhoseSecretItDoesNotKnow() throws Exception {
        Ended added = windfall.run("add-staff", "clerk", "--name=Clara Clerk");
        String oneTime = added.out().strip().replaceAll(".*: ", "");

        assertThat(added.out()).startsWith("Added clerk. The password for the first sign-in: ");
        assertThat(added.err()).isEqualTo(hashes(1, 1));
        assertThat(windfall.run("add-staff", "clerk", "--name=Another Clerk").exitCode())
                .isEqualTo(1);
        for (String secret : List.of("", "wrong", oneTime)) {
            Ended approval = windfall.runOn(secret + "\n", "approve", "1@1", "--as=clerk");
            assertThat(approval.exitCode()).isEqualTo(2);
            assertThat(approval.err()).contains("Not the password of clerk");
        }
    }

    @Test
    void tellsWhatItRefusesAndTakesTheRest() throws Exception {
        windfall.run("simulate", "--prize-table=table.csv", "--subscribers=50", "--out=.");
        Files.writeString(
                folder.resolve("winners-1.csv"), "draw_no,subscriber_id,tier,amount,currency\n1,51,Small,250,EUR\n");

        Ended imported = as("importer", "import", "--prize-table=table.csv", "winners-1.csv", "winners-2.csv");

        assertThat(imported.exitCode()).isEqualTo(1);
        assertThat(imported.out()).startsWith("draw 1: refused\ndraw 2: imported as version 1, 10 prizes");
        assertThat(imported.err()).contains(hashes(1, 1)).contains("""
                        winners-1.csv:2: amount: "250" is not what the prize table declares for tier "Small", 2.50 EUR: \
                        correct one of them
                        """);
    }

    /// What a command tells of the entries that it made, for whoever keeps it out of the database's reach.
    private String hashes(int first, int last) {
        List<String> lines = jdbc.sql("select id, hash from audit_trail where id between :first and :last order by id")
                .param("first", first)
                .param("last", last)
                .query((row, number) ->
                        "INFO: Audit entry %d has the hash %s%n".formatted(row.getLong("id"), row.getString("hash")))
                .list();
        assertThat(lines).hasSize(last - first + 1);
        return String.join("", lines);
    }

    private void importAndPublish(String winners) throws Exception {
        as("importer", "import", "--prize-table=table.csv", "--from=2026-08-20", "--confirm=a test", winners);
        as("approver", "approve", "2@1");
        assertThat(as("approver", "publish", "2").exitCode()).isZero();
    }

    private Ended as(String username, String... arguments) throws Exception {
        return windfall.runOn(
                CommandStaff.TYPED,
                Stream.concat(Arrays.stream(arguments), Stream.of("--as=" + username))
                        .toArray(String[]::new));
    }

    @Test
    void tellsItsVersionAndItsCommands() throws Exception {
        assertThat(windfall.run("--version").out()).matches("Windfall \\d+\\.\\d+\\.\\d+\\S*\n");
        assertThat(windfall.run("--help").out()).contains("serve", "import", "publish", "simulate");
    }

    @Test
    void endsWithOneSentenceWhenTheDatabaseIsOutOfReach() throws Exception {
        var lost = new PackagedProgram(
                folder, Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/windfall"), List.of());

        Ended ended = lost.run("publish", "1", "--as=approver");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .isEqualTo("The database can't be reached: look whether it runs, and check SPRING_DATASOURCE_URL.\n");
    }

    @Test
    void simulatesSixMillionWinnersInALittleHeap() throws Exception {
        Path premiumBonds =
                Requirement.data("prize-tables/premium-bonds-2025-06.csv").toAbsolutePath();
        var small = new PackagedProgram(folder, Map.of(), List.of("-Xmx256m"));

        Ended ended = small.run("simulate", "--prize-table=" + premiumBonds, "--subscribers=22000000", "--out=winners");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        try (var lines = Files.lines(folder.resolve("winners/winners-202506.csv"))) {
            assertThat(ended.out()).isEqualTo("draw 202506: %d prizes\n".formatted(lines.count() - 1));
        }
    }
}
