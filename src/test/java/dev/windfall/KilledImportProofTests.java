package dev.windfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windfall.PackagedProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The program is killed again and again while it imports a draw.
class KilledImportProofTests {

    private static final int ROWS = 100_000;
    private static final int FIRST_SUBSCRIBER = 1_000_001;
    private static final int SUBSCRIBERS = 300_000;
    private static final int KILLS = 50;

    /// Of the kills: so many come while the program is still on its way to the database.
    private static final int KILLS_AT_THE_START = 5;

    private static final long SEED = 20_260_813;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    /// What the import was at when it was killed, and how often.
    private final Map<String, Integer> statements = new TreeMap<>();

    @BeforeEach
    void writeTheFiles() throws IOException {
        Files.writeString(folder.resolve("table.csv"), """
                draw_date,draw_no,tier,prize_amount,currency,winners_count
                2026-08-13,1,First prize,250.00,EUR,100
                2026-08-13,1,Second prize,10.00,EUR,9900
                2026-08-13,1,Third prize,2.50,EUR,90000
                """);
        var rows = new StringBuilder("draw_no,subscriber_id,tier,amount,currency\n");
        for (int row = 0; row < ROWS; row++) {
            String prize = row < 100 ? "First prize,250.00" : row < 10_000 ? "Second prize,10.00" : "Third prize,2.50";
            int subscriber = FIRST_SUBSCRIBER + random.nextInt(SUBSCRIBERS);
            rows.append("1,%d,%s,EUR\n".formatted(subscriber, prize));
        }
        Files.writeString(folder.resolve("winners.csv"), rows);
    }

    @Test
    void leavesNothingBehindWhereverItIsKilled() throws Exception {
        var undisturbed = new Target();
        undisturbed.importTimeNs();
        Content expected = undisturbed.content();
        assertThat(expected.rows()).isEqualTo(ROWS);
        long importNs = Math.min(new Target().importTimeNs(), new Target().importTimeNs());
        var target = new Target();
        int kills = 0;
        int late = 0;
        while (kills < KILLS) {
            long delayNs = (long) (random.nextDouble() * importNs);
            String caughtAt = target.importKilledAfter(delayNs, kills < KILLS_AT_THE_START);
            assertThat(target.visible()).isEmpty();
            if (target.leftovers().isEmpty()) {
                kills++;
                statements.merge(caughtAt, 1, Integer::sum);
            } else {
                // the commit was on its way already: then all of it is there, and the next kills want a fresh database
                assertThat(target.content()).isEqualTo(expected);
                assertThat(++late).as("kills that came too late").isLessThan(KILLS);
                target = new Target();
            }
        }
        Ended clean = target.windfall.runOn(
                CommandStaff.TYPED, "import", "--as=importer", "--prize-table=table.csv", "winners.csv");

        assertThat(clean.exitCode()).as(clean.toString()).isZero();
        assertThat(target.content()).isEqualTo(expected);
        System.out.printf(
                "proof killed-import: %d kills within the %d ms of an import of %,d rows left nothing, at %s%n",
                kills, importNs / 1_000_000, ROWS, statements);
        System.out.printf(
                "proof killed-import: %d more came after the commit and found all of it; a clean import then: %s%n",
                late, expected);
    }

    /// A draw's winners as they lie in their table.
    ///
    /// @param digest of all rows in their order, less what the database counts by itself
    private record Content(long rows, String digest) {}

    /// A database to import into.
    private final class Target {

        private final JdbcClient jdbc;
        private final PackagedProgram windfall;

        Target() {
            String url = TestDatabase.createUrl();
            jdbc = JdbcClient.create(TestDatabase.at(url));
            windfall = new PackagedProgram(
                    folder,
                    Map.of("SPRING_DATASOURCE_URL", url, "WINDFALL_LOTTERY_REHEARSAL_DATE", "2026-08-20"),
                    List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
            jdbc.sql(
                            "insert into subscribers (id, name) select n, 'Subscriber ' || n from generate_series(:first, :last) n")
                    .param("first", FIRST_SUBSCRIBER)
                    .param("last", FIRST_SUBSCRIBER + SUBSCRIBERS - 1)
                    .update();
            jdbc.sql(
                            "insert into subscriptions (subscriber_id, first_period_id, months) select id, 202606, 12 from subscribers")
                    .update();
            CommandStaff.add(jdbc, "importer");
            jdbc.sql("analyze").update();
        }

        /// From the program's first transaction until the draw is in.
        long importTimeNs() throws Exception {
            Process program = start();
            awaitWork(program);
            long begunNs = System.nanoTime();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> count("draws") == 1);
            long tookNs = System.nanoTime() - begunNs;
            assertThat(program.waitFor()).isZero();
            return tookNs;
        }

        /// @return what the database was at for it just before
        String importKilledAfter(long delayNs, boolean atTheStart) throws Exception {
            Process program = start();
            if (!atTheStart) {
                awaitWork(program);
            }
            long untilNs = System.nanoTime() + delayNs;
            while (System.nanoTime() < untilNs) {
                LockSupport.parkNanos(untilNs - System.nanoTime());
            }
            String caughtAt = statement();
            program.destroyForcibly().waitFor();
            // the server may still be at the last statement, and notices only then that nobody waits for it
            await().atMost(PATIENCE).until(() -> sessions() == 0);
            return caughtAt;
        }

        private String statement() {
            return jdbc.sql("""
                            select coalesce(substring(trim(query) from '^\\w+ \\w+'), trim(query)) as statement
                              from pg_stat_activity
                              where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
                              order by xact_start
                              limit 1
                            """)
                    .query((row, number) -> row.getString("statement"))
                    .optional()
                    .orElse("no transaction");
        }

        private Process start() throws IOException {
            Process program = windfall.start(
                    folder.resolve("out"),
                    folder.resolve("err"),
                    "import",
                    "--as=importer",
                    "--prize-table=table.csv",
                    "winners.csv");
            try (var writer = program.outputWriter()) {
                writer.write(CommandStaff.TYPED);
            }
            return program;
        }

        /// The migrations are there, so the first transaction that writes is the import's.
        private void awaitWork(Process program) {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !program.isAlive() || writers() > 0);
            assertThat(program.isAlive()).isTrue();
        }

        private long writers() {
            return jdbc.sql("""
                            select count(*)
                              from pg_stat_activity
                              where datname = current_database() and pid <> pg_backend_pid()
                                and backend_xid is not null
                            """).query(Long.class).single();
        }

        private long sessions() {
            return jdbc.sql("""
                            select count(*)
                              from pg_stat_activity
                              where datname = current_database() and pid <> pg_backend_pid()
                                and backend_type = 'client backend'
                            """).query(Long.class).single();
        }

        private long count(String table) {
            return jdbc.sql("select count(*) from " + table).query(Long.class).single();
        }

        /// What an import puts down, wherever it may.
        List<String> leftovers() {
            List<String> found = new ArrayList<>(versionTables());
            for (String table : List.of("draws", "draw_versions", "tiers", "winnings")) {
                if (count(table) > 0) {
                    found.add(table);
                }
            }
            return found;
        }

        /// What anybody could see of the draw.
        List<String> visible() throws IOException {
            List<String> seen = new ArrayList<>();
            for (String view : List.of("lottery_draws", "winners", "prizes")) {
                if (count(view) > 0) {
                    seen.add(view);
                }
            }
            for (int winner : someWinners()) {
                seen.addAll(jdbc.sql(Oracle.OBVIOUS_QUERY)
                        .param("subscriber_id", winner)
                        .query((row, number) -> row.getString("amount"))
                        .list());
            }
            return seen;
        }

        private List<Integer> someWinners() throws IOException {
            try (var lines = Files.lines(folder.resolve("winners.csv"))) {
                return lines.skip(1)
                        .limit(10)
                        .map(line -> Integer.valueOf(line.split(",", -1)[1]))
                        .toList();
            }
        }

        Content content() {
            assertThat(versionTables()).hasSize(1);
            return jdbc.sql("""
                            select count(*) as rows,
                                   md5(string_agg(concat_ws(',', subscriber_id, tier, id & 4294967295, winner_id & 4294967295),
                                                  ';' order by id)) as digest
                              from %s
                            """.formatted(versionTables().getFirst()))
                    .query((row, number) -> new Content(row.getLong("rows"), row.getString("digest")))
                    .single();
        }

        private List<String> versionTables() {
            return jdbc.sql("""
                            select relname
                              from pg_class
                              where relkind = 'r' and relname ~ '^(winnings_v|staged_)'
                              order by relname
                            """)
                    .query((row, number) -> row.getString("relname"))
                    .list();
        }
    }
}
