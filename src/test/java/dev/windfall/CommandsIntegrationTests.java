package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.PackagedProgram.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        windfall = new PackagedProgram(folder, Map.of("SPRING_DATASOURCE_URL", url), List.of());
        Files.writeString(folder.resolve("table.csv"), """
                draw_date,draw_no,tier,prize_amount,currency,winners_count
                2026-08-13,1,Gift hamper,49.95,EUR,2
                2026-08-13,1,Small,2.50,EUR,20
                2026-08-20,2,Small,2.50,EUR,10
                """);
    }

    @Test
    void simulatesImportsAndPublishes() throws Exception {
        Ended simulated = windfall.run("simulate", "--prize-table=table.csv", "--subscribers=50", "--out=winners");
        Ended imported = windfall.run("import", "--prize-table=table.csv", "--item=Gift hamper", "winners");
        Ended published = windfall.run("publish", "1", "2");
        Ended again = windfall.run("publish", "2", "3");

        assertThat(simulated).isEqualTo(new Ended(0, "draw 1: 22 prizes\ndraw 2: 10 prizes\n", ""));
        assertThat(imported).isEqualTo(new Ended(0, "draw 1: imported, 22 prizes\ndraw 2: imported, 10 prizes\n", ""));
        assertThat(published)
                .isEqualTo(new Ended(0, "draw 1: published, data version 3\ndraw 2: published, data version 4\n", ""));
        assertThat(again).isEqualTo(new Ended(1, """
                        draw 2: not published, it is published already
                        draw 3: not published, there is no such draw
                        """, ""));
        assertThat(jdbc.sql("select count(*) from prizes where kind = 'item'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void publishesWhatItImportsIfToldTo() throws Exception {
        windfall.run("simulate", "--prize-table=table.csv", "--subscribers=50", "--out=.");
        Ended first = windfall.run("import", "--prize-table=table.csv", "--to=2026-08-13", "--publish", ".");
        windfall.run("import", "--prize-table=table.csv", "winners-2.csv");
        Ended all = windfall.run("publish", "--all");

        assertThat(first)
                .isEqualTo(new Ended(0, "draw 1: imported, 22 prizes\ndraw 1: published, data version 2\n", ""));
        assertThat(all).isEqualTo(new Ended(0, "draw 2: published, data version 4\n", ""));
    }

    @Test
    void tellsWhatItRefusesAndTakesTheRest() throws Exception {
        windfall.run("simulate", "--prize-table=table.csv", "--subscribers=50", "--out=.");
        Files.writeString(
                folder.resolve("winners-1.csv"), "draw_no,subscriber_id,tier,amount,currency\n1,51,Small,250,EUR\n");

        Ended imported =
                windfall.run("import", "--prize-table=table.csv", "winners-1.csv", "winners-2.csv", "--publish");

        assertThat(imported).isEqualTo(new Ended(1, """
                        draw 1: refused
                        draw 2: imported, 10 prizes
                        draw 2: published, data version 2
                        """, """
                        winners-1.csv:2: amount: "250" is not what the prize table declares for tier "Small", 2.50 EUR: \
                        correct one of them
                        """));
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

        Ended ended = lost.run("publish", "1");

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
